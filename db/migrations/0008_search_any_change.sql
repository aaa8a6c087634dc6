-- Any change of a row is indexed, so that no list of columns here has to follow the fields of lib/*/fields.ts.
DROP TRIGGER `job_posting_search_changed`;
--> statement-breakpoint
CREATE TRIGGER `job_posting_search_changed` AFTER UPDATE ON job_posting BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 0, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
DROP TRIGGER `job_site_search_changed`;
--> statement-breakpoint
CREATE TRIGGER `job_site_search_changed` AFTER UPDATE ON job_site BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 1, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
DROP TRIGGER `email_opportunity_search_changed`;
--> statement-breakpoint
CREATE TRIGGER `email_opportunity_search_changed` AFTER UPDATE ON email_opportunity BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 2, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;

-- Tags of companies, on the row of what is kept about one.
DROP INDEX `tag_link_tag`;--> statement-breakpoint
ALTER TABLE `tag_link` ADD `company_id` integer REFERENCES company(id) ON DELETE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX `tag_link_company` ON `tag_link` (`company_id`,`tag_id`) WHERE company_id is not null;--> statement-breakpoint
CREATE INDEX `tag_link_tag` ON `tag_link` (`tag_id`,`job_posting_id`,`email_opportunity_id`,`contact_id`,`company_id`);--> statement-breakpoint
ALTER TABLE `company_alias` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
DROP TRIGGER `tag_link_search_added`;--> statement-breakpoint
DROP TRIGGER `tag_link_search_gone`;--> statement-breakpoint
DROP TRIGGER `tag_names_search`;--> statement-breakpoint
-- The triggers of 0024, with 8 for a company.
CREATE TRIGGER `tag_link_search_added` AFTER INSERT ON tag_link BEGIN
	INSERT INTO search_pending VALUES (
		NEW.user_id,
		CASE WHEN NEW.job_posting_id IS NOT NULL THEN 0 WHEN NEW.email_opportunity_id IS NOT NULL THEN 2
			WHEN NEW.contact_id IS NOT NULL THEN 3 ELSE 8 END,
		coalesce(NEW.job_posting_id, NEW.email_opportunity_id, NEW.contact_id, NEW.company_id), random() >> 11
	) ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `tag_link_search_gone` AFTER DELETE ON tag_link BEGIN
	INSERT INTO search_pending VALUES (
		OLD.user_id,
		CASE WHEN OLD.job_posting_id IS NOT NULL THEN 0 WHEN OLD.email_opportunity_id IS NOT NULL THEN 2
			WHEN OLD.contact_id IS NOT NULL THEN 3 ELSE 8 END,
		coalesce(OLD.job_posting_id, OLD.email_opportunity_id, OLD.contact_id, OLD.company_id), random() >> 11
	) ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `tag_names_search` AFTER UPDATE OF name, deleted_at ON tag
	WHEN OLD.name IS NOT NEW.name OR OLD.deleted_at IS NOT NEW.deleted_at BEGIN
	INSERT INTO search_pending SELECT user_id,
		CASE WHEN job_posting_id IS NOT NULL THEN 0 WHEN email_opportunity_id IS NOT NULL THEN 2
			WHEN contact_id IS NOT NULL THEN 3 ELSE 8 END,
		coalesce(job_posting_id, email_opportunity_id, contact_id, company_id), random() >> 11
		FROM tag_link WHERE tag_id = NEW.id
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;

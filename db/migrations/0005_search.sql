CREATE TABLE `search_pending` (
	`user_id` integer NOT NULL,
	`kind` integer NOT NULL,
	`row_id` integer NOT NULL,
	`mark` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `row_id`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Every term begins with the id of the person whose it is, so that nobody's rows cost anybody else time.
-- Its rows are numbered kind * 2^48 + id. What lib/find/commands.ts writes is terms already: the tokenizer only
-- parts them at spaces.
CREATE VIRTUAL TABLE `search_index` USING fts5(name, text, parts, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
CREATE TRIGGER `job_posting_search_added` AFTER INSERT ON job_posting BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 0, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `job_posting_search_changed` AFTER UPDATE OF job_site_id, company_name, posting_title, posting_status, posting_url_full, posting_url_domain, pay_range, location_type, location_city, employment_type, rejected_after_stage, job_scan_info, outreach_info, technology_string, technology_stack, comments, posting_application_questions, job_description, contact_method, employer_address, contact_person, deleted_at ON job_posting BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 0, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `job_posting_search_gone` AFTER DELETE ON job_posting BEGIN
	INSERT INTO search_pending VALUES (OLD.user_id, 0, OLD.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `job_site_search_added` AFTER INSERT ON job_site BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 1, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `job_site_search_changed` AFTER UPDATE OF site_name, site_url, resume_format, headline, description, deleted_at ON job_site BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 1, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `job_site_search_gone` AFTER DELETE ON job_site BEGIN
	INSERT INTO search_pending VALUES (OLD.user_id, 1, OLD.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `email_opportunity_search_added` AFTER INSERT ON email_opportunity BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 2, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `email_opportunity_search_changed` AFTER UPDATE OF job_title, opportunity_status, recruiter_name, recruiter_company, employment_type, job_duration, location_type, location_city, comments, job_description, deleted_at ON email_opportunity BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 2, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `email_opportunity_search_gone` AFTER DELETE ON email_opportunity BEGIN
	INSERT INTO search_pending VALUES (OLD.user_id, 2, OLD.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
-- A posting is found by the name of its site too.
CREATE TRIGGER `job_site_search_renamed` AFTER UPDATE OF site_name ON job_site
WHEN NEW.site_name IS NOT OLD.site_name BEGIN
	INSERT INTO search_pending
		SELECT user_id, 0, id, random() >> 11 FROM job_posting WHERE job_site_id = NEW.id AND deleted_at IS NULL
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
INSERT INTO search_pending SELECT user_id, 0, id, random() >> 11 FROM job_posting WHERE deleted_at IS NULL;
--> statement-breakpoint
INSERT INTO search_pending SELECT user_id, 1, id, random() >> 11 FROM job_site WHERE deleted_at IS NULL;
--> statement-breakpoint
INSERT INTO search_pending SELECT user_id, 2, id, random() >> 11 FROM email_opportunity WHERE deleted_at IS NULL;

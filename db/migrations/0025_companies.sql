-- What a person keeps about companies, and which spellings are one company's: see lib/companies/spellings.ts.
CREATE TABLE `company` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`company_key` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`do_not_apply_at` text,
	`do_not_apply_why` text DEFAULT '' NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_once` ON `company` (`user_id`,`company_key`);--> statement-breakpoint
CREATE INDEX `company_trash` ON `company` (`user_id`,`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `company_alias` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`alias_key` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`company_key` text NOT NULL,
	`before` text,
	`merged_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_alias_once` ON `company_alias` (`user_id`,`alias_key`);--> statement-breakpoint
CREATE INDEX `company_alias_company` ON `company_alias` (`user_id`,`company_key`);--> statement-breakpoint
CREATE TABLE `company_spelling` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`own_key` text,
	`company_key` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_spelling_once` ON `company_spelling` (`user_id`,name collate nocase);--> statement-breakpoint
CREATE INDEX `company_spelling_key` ON `company_spelling` (`user_id`,`company_key`,`name`);--> statement-breakpoint
CREATE INDEX `company_spelling_own` ON `company_spelling` (`user_id`,`own_key`);--> statement-breakpoint
CREATE INDEX `company_spelling_unread` ON `company_spelling` (`user_id`) WHERE own_key is null;--> statement-breakpoint
CREATE INDEX `email_opportunity_company` ON `email_opportunity` (`user_id`,recruiter_company collate nocase,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `email_opportunity_hiring` ON `email_opportunity` (`user_id`,hiring_company collate nocase,`id`) WHERE hiring_company <> '' and deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_posting_hiring` ON `job_posting` (`user_id`,hiring_company collate nocase,`id`) WHERE hiring_company <> '' and deleted_at is null;
--> statement-breakpoint
CREATE TRIGGER `job_posting_company_added` AFTER INSERT ON job_posting BEGIN
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.company_name WHERE NEW.company_name <> ''
		ON CONFLICT DO NOTHING;
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.hiring_company WHERE NEW.hiring_company <> ''
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `job_posting_company_changed` AFTER UPDATE OF company_name, hiring_company ON job_posting BEGIN
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.company_name WHERE NEW.company_name <> ''
		ON CONFLICT DO NOTHING;
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.hiring_company WHERE NEW.hiring_company <> ''
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `email_opportunity_company_added` AFTER INSERT ON email_opportunity BEGIN
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.recruiter_company WHERE NEW.recruiter_company <> ''
		ON CONFLICT DO NOTHING;
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.hiring_company WHERE NEW.hiring_company <> ''
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `email_opportunity_company_changed` AFTER UPDATE OF recruiter_company, hiring_company ON email_opportunity BEGIN
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.recruiter_company WHERE NEW.recruiter_company <> ''
		ON CONFLICT DO NOTHING;
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.hiring_company WHERE NEW.hiring_company <> ''
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `contact_company_added` AFTER INSERT ON contact BEGIN
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.company WHERE NEW.company <> ''
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `contact_company_changed` AFTER UPDATE OF company ON contact BEGIN
	INSERT INTO company_spelling (user_id, name) SELECT NEW.user_id, NEW.company WHERE NEW.company <> ''
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `company_search_added` AFTER INSERT ON company BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 8, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `company_search_changed` AFTER UPDATE ON company BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 8, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `company_search_gone` AFTER DELETE ON company BEGIN
	INSERT INTO search_pending VALUES (OLD.user_id, 8, OLD.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
INSERT INTO company_spelling (user_id, name)
	SELECT user_id, company_name FROM job_posting WHERE company_name <> ''
	UNION SELECT user_id, hiring_company FROM job_posting WHERE hiring_company <> ''
	UNION SELECT user_id, recruiter_company FROM email_opportunity WHERE recruiter_company <> ''
	UNION SELECT user_id, hiring_company FROM email_opportunity WHERE hiring_company <> ''
	UNION SELECT user_id, company FROM contact WHERE company <> ''
	ON CONFLICT DO NOTHING;

CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`company` text DEFAULT '' NOT NULL,
	`kind` text DEFAULT '' NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`last_contacted_at` text,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_live` ON `contact` (`user_id`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `contact_name` ON `contact` (`user_id`,name collate nocase,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `contact_company` ON `contact` (`user_id`,company collate nocase,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `contact_spoken` ON `contact` (`user_id`,`last_contacted_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `contact_email` ON `contact` (`user_id`,lower(email)) WHERE email <> '';--> statement-breakpoint
CREATE INDEX `contact_trash` ON `contact` (`user_id`,`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `contact_purge` ON `contact` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `contact_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`job_posting_id` integer,
	`email_opportunity_id` integer,
	`job_site_id` integer,
	`interview_id` integer,
	`is_documented` integer DEFAULT false NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_posting_id`) REFERENCES `job_posting`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`email_opportunity_id`) REFERENCES `email_opportunity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_site_id`) REFERENCES `job_site`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_link_user` ON `contact_link` (`user_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contact_link_posting` ON `contact_link` (`job_posting_id`,`contact_id`) WHERE job_posting_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `contact_link_opportunity` ON `contact_link` (`email_opportunity_id`,`contact_id`) WHERE email_opportunity_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `contact_link_site` ON `contact_link` (`job_site_id`,`contact_id`) WHERE job_site_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `contact_link_interview` ON `contact_link` (`interview_id`,`contact_id`) WHERE interview_id is not null;--> statement-breakpoint
CREATE INDEX `contact_link_contact` ON `contact_link` (`contact_id`,`id`);--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`what` text DEFAULT '' NOT NULL,
	`due_on` text NOT NULL,
	`due_at` text,
	`state` text DEFAULT 'open' NOT NULL,
	`snoozed_until` text,
	`repeat_days` integer,
	`job_posting_id` integer,
	`email_opportunity_id` integer,
	`contact_id` integer,
	`job_site_id` integer,
	`closed_at` text,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_posting_id`) REFERENCES `job_posting`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`email_opportunity_id`) REFERENCES `email_opportunity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_site_id`) REFERENCES `job_site`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `follow_up_live` ON `follow_up` (`user_id`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `follow_up_due` ON `follow_up` (`user_id`,`due_on`,`id`) WHERE deleted_at is null and state = 'open';--> statement-breakpoint
CREATE INDEX `follow_up_posting` ON `follow_up` (`job_posting_id`) WHERE job_posting_id is not null;--> statement-breakpoint
CREATE INDEX `follow_up_opportunity` ON `follow_up` (`email_opportunity_id`) WHERE email_opportunity_id is not null;--> statement-breakpoint
CREATE INDEX `follow_up_contact` ON `follow_up` (`contact_id`) WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX `follow_up_site` ON `follow_up` (`job_site_id`) WHERE job_site_id is not null;--> statement-breakpoint
CREATE INDEX `follow_up_trash` ON `follow_up` (`user_id`,`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `follow_up_purge` ON `follow_up` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `interview` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`job_posting_id` integer,
	`email_opportunity_id` integer,
	`starts_at` text NOT NULL,
	`ends_at` text,
	`time_zone` text,
	`kind` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`prepare` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	`invitation_uid` text DEFAULT '' NOT NULL,
	`invitation_sequence` integer DEFAULT 0 NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_posting_id`) REFERENCES `job_posting`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`email_opportunity_id`) REFERENCES `email_opportunity`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `interview_live` ON `interview` (`user_id`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `interview_start` ON `interview` (`user_id`,`starts_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `interview_posting` ON `interview` (`job_posting_id`,`starts_at`,`id`) WHERE job_posting_id is not null;--> statement-breakpoint
CREATE INDEX `interview_opportunity` ON `interview` (`email_opportunity_id`,`starts_at`,`id`) WHERE email_opportunity_id is not null;--> statement-breakpoint
CREATE INDEX `interview_invitation` ON `interview` (`user_id`,`invitation_uid`) WHERE invitation_uid <> '';--> statement-breakpoint
CREATE INDEX `interview_trash` ON `interview` (`user_id`,`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `interview_purge` ON `interview` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `suggestion_answer` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`rule` text NOT NULL,
	`subject` text NOT NULL,
	`occasion` text DEFAULT '' NOT NULL,
	`answer` text NOT NULL,
	`until` text,
	`answered_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestion_answer_once` ON `suggestion_answer` (`user_id`,`rule`,`subject`,`occasion`);--> statement-breakpoint
ALTER TABLE `event` ADD `interview_id` integer;--> statement-breakpoint
CREATE INDEX `event_interview` ON `event` (`interview_id`) WHERE interview_id is not null;--> statement-breakpoint
-- Search: see 0005 and 0008.
CREATE TRIGGER `contact_search_added` AFTER INSERT ON contact BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 3, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `contact_search_changed` AFTER UPDATE ON contact BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 3, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `contact_search_gone` AFTER DELETE ON contact BEGIN
	INSERT INTO search_pending VALUES (OLD.user_id, 3, OLD.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `interview_search_added` AFTER INSERT ON interview BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 4, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `interview_search_changed` AFTER UPDATE ON interview BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 4, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `interview_search_gone` AFTER DELETE ON interview BEGIN
	INSERT INTO search_pending VALUES (OLD.user_id, 4, OLD.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `follow_up_search_added` AFTER INSERT ON follow_up BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 5, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `follow_up_search_changed` AFTER UPDATE ON follow_up BEGIN
	INSERT INTO search_pending VALUES (NEW.user_id, 5, NEW.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `follow_up_search_gone` AFTER DELETE ON follow_up BEGIN
	INSERT INTO search_pending VALUES (OLD.user_id, 5, OLD.id, random() >> 11)
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
-- The recruiters of opportunities and the contact persons of postings become contacts, equal ones as one. The
-- documented columns stay as they are.
INSERT INTO contact (user_id, name, company, kind, last_contacted_at)
	SELECT user_id, min(trim(recruiter_name)), min(trim(recruiter_company)), 'Recruiter', max(email_received_at)
	FROM email_opportunity WHERE deleted_at IS NULL AND trim(recruiter_name) <> ''
	GROUP BY user_id, trim(recruiter_name) COLLATE NOCASE, trim(recruiter_company) COLLATE NOCASE
	ORDER BY user_id, min(id);
--> statement-breakpoint
INSERT INTO contact_link (user_id, contact_id, email_opportunity_id, is_documented)
	SELECT o.user_id, c.id, o.id, 1 FROM email_opportunity o
	JOIN contact c ON c.user_id = o.user_id AND c.deleted_at IS NULL
		AND c.name = trim(o.recruiter_name) COLLATE NOCASE AND c.company = trim(o.recruiter_company) COLLATE NOCASE
	WHERE o.deleted_at IS NULL AND trim(o.recruiter_name) <> '';
--> statement-breakpoint
INSERT INTO contact (user_id, name, company)
	SELECT p.user_id, min(trim(p.contact_person)), min(trim(p.company_name)) FROM job_posting p
	WHERE p.deleted_at IS NULL AND trim(p.contact_person) <> '' AND NOT EXISTS (
		SELECT 1 FROM contact c WHERE c.user_id = p.user_id AND c.deleted_at IS NULL
			AND c.name = trim(p.contact_person) COLLATE NOCASE AND c.company = trim(p.company_name) COLLATE NOCASE)
	GROUP BY p.user_id, trim(p.contact_person) COLLATE NOCASE, trim(p.company_name) COLLATE NOCASE
	ORDER BY p.user_id, min(p.id);
--> statement-breakpoint
INSERT INTO contact_link (user_id, contact_id, job_posting_id, is_documented)
	SELECT p.user_id, c.id, p.id, 1 FROM job_posting p
	JOIN contact c ON c.user_id = p.user_id AND c.deleted_at IS NULL
		AND c.name = trim(p.contact_person) COLLATE NOCASE AND c.company = trim(p.company_name) COLLATE NOCASE
	WHERE p.deleted_at IS NULL AND trim(p.contact_person) <> '';
--> statement-breakpoint
-- Each day of an interview becomes an interview, in the trash where its posting is. One with a time takes an hour.
INSERT INTO interview (user_id, job_posting_id, starts_at, ends_at, deleted_at)
	SELECT user_id, id, interviewed_at, CASE WHEN interviewed_at LIKE '%Z'
		THEN strftime('%Y-%m-%dT%H:%M:%S', substr(interviewed_at, 1, 19), '+60 minutes') || substr(interviewed_at, 20) END,
		deleted_at
	FROM job_posting WHERE interviewed_at IS NOT NULL ORDER BY id;
--> statement-breakpoint
UPDATE event SET interview_id = (SELECT i.id FROM interview i
		WHERE i.job_posting_id = event.job_posting_id)
	WHERE kind = 'interview' AND job_posting_id IS NOT NULL
		AND id = (SELECT max(e.id) FROM event e WHERE e.job_posting_id = event.job_posting_id AND e.kind = 'interview');

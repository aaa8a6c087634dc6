ALTER TABLE `email_opportunity` ADD `deadline` text;--> statement-breakpoint
ALTER TABLE `email_opportunity` ADD `hiring_company` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `email_opportunity_deadline` ON `email_opportunity` (`user_id`,`deadline`) WHERE deadline is not null and deleted_at is null;--> statement-breakpoint
ALTER TABLE `job_posting` ADD `deadline` text;--> statement-breakpoint
ALTER TABLE `job_posting` ADD `hiring_company` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `job_posting_deadline` ON `job_posting` (`user_id`,`deadline`) WHERE deadline is not null and deleted_at is null;
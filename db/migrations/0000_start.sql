CREATE TABLE `email_opportunity` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`job_title` text DEFAULT '' NOT NULL,
	`opportunity_status` text DEFAULT '' NOT NULL,
	`recruiter_name` text DEFAULT '' NOT NULL,
	`recruiter_company` text DEFAULT '' NOT NULL,
	`email_received_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`employment_type` text DEFAULT '' NOT NULL,
	`job_duration` text DEFAULT '' NOT NULL,
	`location_type` text DEFAULT '' NOT NULL,
	`location_city` text DEFAULT '' NOT NULL,
	`comments` text DEFAULT '[]',
	`job_description` text DEFAULT '',
	`job_posting_id` integer,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_posting_id`) REFERENCES `job_posting`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `email_opportunity_live` ON `email_opportunity` (`user_id`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `email_opportunity_received` ON `email_opportunity` (`user_id`,`email_received_at`,`id`,`opportunity_status`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `email_opportunity_status` ON `email_opportunity` (`user_id`,`opportunity_status`,`id`,`email_received_at`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `email_opportunity_trash` ON `email_opportunity` (`user_id`,`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `email_opportunity_purge` ON `email_opportunity` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `email_opportunity_posting` ON `email_opportunity` (`job_posting_id`) WHERE job_posting_id is not null;--> statement-breakpoint
CREATE TABLE `event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`job_posting_id` integer,
	`email_opportunity_id` integer,
	`kind` text NOT NULL,
	`occurred_at` text NOT NULL,
	`recorded_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`from_value` text,
	`to_value` text,
	`via` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_posting_id`) REFERENCES `job_posting`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`email_opportunity_id`) REFERENCES `email_opportunity`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `event_posting` ON `event` (`job_posting_id`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `event_opportunity` ON `event` (`email_opportunity_id`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `event_user` ON `event` (`user_id`,`kind`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`finished_at` text,
	`undone_at` text,
	`detected` text,
	`choices` text,
	`posting_count` integer DEFAULT 0 NOT NULL,
	`site_count` integer DEFAULT 0 NOT NULL,
	`attention_count` integer DEFAULT 0 NOT NULL,
	`duplicate_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `import_batch_user` ON `import_batch` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `import_batch_state` ON `import_batch` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `import_row` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`row_number` integer NOT NULL,
	`cells` text NOT NULL,
	`verdict` text,
	`reason` text DEFAULT '' NOT NULL,
	`posting` text,
	`site_name` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_row_number` ON `import_row` (`batch_id`,`row_number`);--> statement-breakpoint
CREATE INDEX `import_row_verdict` ON `import_row` (`batch_id`,`verdict`,`row_number`);--> statement-breakpoint
CREATE TABLE `job_posting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`job_site_id` integer NOT NULL,
	`company_name` text DEFAULT '' NOT NULL,
	`posting_title` text DEFAULT '' NOT NULL,
	`posting_status` text DEFAULT '4 - No Response' NOT NULL,
	`posting_url_full` text DEFAULT '' NOT NULL,
	`posting_url_domain` text DEFAULT '' NOT NULL,
	`posting_password` text,
	`pay_range` text DEFAULT '' NOT NULL,
	`location_type` text DEFAULT '' NOT NULL,
	`location_city` text DEFAULT '' NOT NULL,
	`employment_type` text DEFAULT '' NOT NULL,
	`applied_at` text,
	`interviewed_at` text,
	`rejected_at` text,
	`rejected_after_stage` text DEFAULT '' NOT NULL,
	`job_scan_info` text DEFAULT '',
	`outreach_info` text DEFAULT '',
	`time_spent` integer,
	`technology_string` text DEFAULT '' NOT NULL,
	`technology_stack` text DEFAULT '[]',
	`comments` text DEFAULT '[]',
	`posting_application_questions` text DEFAULT '[]',
	`job_description` text DEFAULT '' NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	`import_batch_id` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_site_id`) REFERENCES `job_site`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `job_posting_live` ON `job_posting` (`user_id`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_posting_applied` ON `job_posting` (`user_id`,`applied_at`,`id`,`posting_status`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_posting_status` ON `job_posting` (`user_id`,`posting_status`,`id`,`applied_at`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_posting_company` ON `job_posting` (`user_id`,company_name collate nocase,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_posting_title` ON `job_posting` (`user_id`,posting_title collate nocase,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_posting_site` ON `job_posting` (`job_site_id`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_posting_trash` ON `job_posting` (`user_id`,`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `job_posting_purge` ON `job_posting` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `job_posting_batch` ON `job_posting` (`import_batch_id`) WHERE import_batch_id is not null;--> statement-breakpoint
CREATE TABLE `job_site` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`site_name` text DEFAULT '' NOT NULL,
	`site_url` text DEFAULT '' NOT NULL,
	`site_password` text,
	`rating` integer DEFAULT 1 NOT NULL,
	`resume_format` text DEFAULT '' NOT NULL,
	`github_field` integer DEFAULT false NOT NULL,
	`project_site_field` integer DEFAULT false NOT NULL,
	`last_visited_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`resume_updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`headline` text DEFAULT '' NOT NULL,
	`description` text,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	`import_batch_id` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `job_site_live` ON `job_site` (`user_id`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_site_name` ON `job_site` (`user_id`,site_name collate nocase,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_site_visited` ON `job_site` (`user_id`,`last_visited_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `job_site_trash` ON `job_site` (`user_id`,`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `job_site_purge` ON `job_site` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `job_site_batch` ON `job_site` (`import_batch_id`) WHERE import_batch_id is not null;--> statement-breakpoint
CREATE TABLE `personal_token` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`expires_at` text,
	`last_used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `personal_token_token_hash_unique` ON `personal_token` (`token_hash`);--> statement-breakpoint
CREATE INDEX `personal_token_user` ON `personal_token` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `revoked_token` (
	`jti` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `revoked_token_expiry` ON `revoked_token` (`expires_at`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`last_seen_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`expires_at` text NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`,`last_seen_at`);--> statement-breakpoint
CREATE INDEX `session_expiry` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`username` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`email_key` text,
	`password` text NOT NULL,
	`first_name` text DEFAULT '' NOT NULL,
	`last_name` text DEFAULT '' NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`user_greeting` text DEFAULT 'Welcome!' NOT NULL,
	`color_mode` text DEFAULT 'light' NOT NULL,
	`dashboard_first_date` text,
	`dashboard_second_date` text,
	`time_zone` text,
	`is_staff` integer DEFAULT false NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`date_joined` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`last_login` text,
	`tokens_not_before` integer DEFAULT 0 NOT NULL,
	`kept_token` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_username_unique` ON `user` (`username`);--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_key_unique` ON `user` (`email_key`);
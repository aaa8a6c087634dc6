CREATE TABLE `pay_reading` (
	`user_id` integer NOT NULL,
	`pay_range` text NOT NULL,
	`version` integer NOT NULL,
	`currency` text,
	`period` text,
	`low` integer,
	`high` integer,
	PRIMARY KEY(`user_id`, `pay_range`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `idempotent_answer` (
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`answer` text,
	PRIMARY KEY(`user_id`, `key`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `idempotent_answer_age` ON `idempotent_answer` (`created_at`);--> statement-breakpoint
CREATE TABLE `limit_window` (
	`key` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `limit_window_end` ON `limit_window` (`ends_at`);--> statement-breakpoint
ALTER TABLE `job_posting` ADD `contact_method` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `job_posting` ADD `employer_address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `job_posting` ADD `contact_person` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `weekly_goal` integer;--> statement-breakpoint
ALTER TABLE `user` ADD `rest_days` text DEFAULT '6,7' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `required_contacts` integer;
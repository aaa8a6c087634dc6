CREATE TABLE `reminder_mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`occasion` text NOT NULL,
	`letter` text,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer DEFAULT 0 NOT NULL,
	`sent_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_mail_once` ON `reminder_mail` (`user_id`,`occasion`);--> statement-breakpoint
CREATE INDEX `reminder_mail_waiting` ON `reminder_mail` (`next_try_at`) WHERE letter is not null;--> statement-breakpoint
CREATE INDEX `reminder_mail_age` ON `reminder_mail` (`created_at`);--> statement-breakpoint
CREATE TABLE `reminder_setting` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`digest_hour` integer,
	`interview_minutes` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reminder_setting_digest` ON `reminder_setting` (`digest_hour`) WHERE digest_hour is not null;
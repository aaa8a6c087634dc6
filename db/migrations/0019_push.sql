ALTER TABLE `reminder_mail` RENAME TO `reminder_message`;--> statement-breakpoint
ALTER TABLE `reminder_message` RENAME COLUMN `letter` TO `content`;--> statement-breakpoint
DROP INDEX `reminder_mail_once`;--> statement-breakpoint
DROP INDEX `reminder_mail_waiting`;--> statement-breakpoint
DROP INDEX `reminder_mail_age`;--> statement-breakpoint
CREATE TABLE `push_subscription` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`session_id` text,
	`name` text DEFAULT '' NOT NULL,
	`endpoint_hash` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`last_sent_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `push_subscription_once` ON `push_subscription` (`user_id`,`endpoint_hash`);--> statement-breakpoint
CREATE INDEX `push_subscription_session` ON `push_subscription` (`session_id`) WHERE session_id is not null;--> statement-breakpoint
CREATE TABLE `server_key` (
	`name` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL
);
--> statement-breakpoint
ALTER TABLE `reminder_setting` ADD `push_digest_hour` integer;--> statement-breakpoint
ALTER TABLE `reminder_setting` ADD `push_interview_minutes` integer;--> statement-breakpoint
CREATE INDEX `reminder_setting_push_digest` ON `reminder_setting` (`push_digest_hour`) WHERE push_digest_hour is not null;--> statement-breakpoint
ALTER TABLE `reminder_message` ADD `push_subscription_id` integer REFERENCES push_subscription(id) ON DELETE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_message_once` ON `reminder_message` (`user_id`,`occasion`) WHERE push_subscription_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_message_once_each` ON `reminder_message` (`user_id`,`occasion`,`push_subscription_id`);--> statement-breakpoint
CREATE INDEX `reminder_message_waiting` ON `reminder_message` (`next_try_at`) WHERE content is not null;--> statement-breakpoint
CREATE INDEX `reminder_message_age` ON `reminder_message` (`created_at`);--> statement-breakpoint
CREATE INDEX `reminder_message_device` ON `reminder_message` (`push_subscription_id`) WHERE push_subscription_id is not null;
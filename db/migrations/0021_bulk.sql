CREATE TABLE `bulk_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`change` text NOT NULL,
	`state` text DEFAULT 'running' NOT NULL,
	`moment` text NOT NULL,
	`total` integer NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`undone` integer DEFAULT 0 NOT NULL,
	`kept` integer DEFAULT 0 NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bulk_change_user` ON `bulk_change` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `bulk_change_age` ON `bulk_change` (`created_at`);--> statement-breakpoint
CREATE INDEX `bulk_change_unfinished` ON `bulk_change` (`id`) WHERE state in ('running', 'undoing');--> statement-breakpoint
CREATE TABLE `bulk_change_row` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`bulk_change_id` integer NOT NULL,
	`row_id` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`before` text,
	`after` text,
	`events` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`bulk_change_id`) REFERENCES `bulk_change`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bulk_change_row_state` ON `bulk_change_row` (`bulk_change_id`,`state`,`row_id`);
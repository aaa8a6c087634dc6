CREATE TABLE `list_look` (
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`columns` text DEFAULT '' NOT NULL,
	`density` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`query` text DEFAULT '' NOT NULL,
	`columns` text DEFAULT '' NOT NULL,
	`density` text DEFAULT '' NOT NULL,
	`sort` text DEFAULT '' NOT NULL,
	`layout` text DEFAULT 'table' NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`place` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_view_user` ON `saved_view` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `saved_view_place` ON `saved_view` (`user_id`,`kind`,`place`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_view_default` ON `saved_view` (`user_id`,`kind`) WHERE is_default and deleted_at is null;--> statement-breakpoint
CREATE INDEX `saved_view_purge` ON `saved_view` (`deleted_at`) WHERE deleted_at is not null;
CREATE TABLE `snapshot` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`job_posting_id` integer NOT NULL,
	`captured_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`seen_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`hash` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`fields` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_posting_id`) REFERENCES `job_posting`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `snapshot_posting` ON `snapshot` (`job_posting_id`,`id`);--> statement-breakpoint
CREATE INDEX `snapshot_user` ON `snapshot` (`user_id`,`id`);
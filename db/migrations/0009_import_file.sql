CREATE TABLE `import_file` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_file_part` ON `import_file` (`batch_id`,`part`);--> statement-breakpoint
ALTER TABLE `import_row` ADD `remark` text DEFAULT '' NOT NULL;
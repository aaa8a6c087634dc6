ALTER TABLE `import_row` ADD `reason_kind` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_row` ADD `taken` integer;--> statement-breakpoint
ALTER TABLE `import_row` ADD `has_answer_day` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `import_row_review` ON `import_row` (`batch_id`,`verdict`,`reason_kind`,`taken`,`site_name`,`has_answer_day`,`row_number`);--> statement-breakpoint
ALTER TABLE `job_posting` ADD `import_attention` integer DEFAULT false NOT NULL;
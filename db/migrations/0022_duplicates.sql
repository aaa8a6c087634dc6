-- Both are written with the search's index, by its queue: see lib/search/duplicate-keys.ts.
CREATE TABLE `duplicate_key` (
	`user_id` integer NOT NULL,
	`key` integer NOT NULL,
	`row_id` integer NOT NULL,
	`kind` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`, `row_id`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `duplicate_key_row` ON `duplicate_key` (`user_id`,`kind`,`row_id`);--> statement-breakpoint
CREATE TABLE `duplicate_text` (
	`user_id` integer NOT NULL,
	`kind` integer NOT NULL,
	`row_id` integer NOT NULL,
	`shingles` integer NOT NULL,
	`numbers` text NOT NULL,
	`is_agency` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `row_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO search_pending SELECT user_id, 0, id, random() >> 11 FROM job_posting WHERE deleted_at IS NULL
	ON CONFLICT DO UPDATE SET mark = excluded.mark;
--> statement-breakpoint
INSERT INTO search_pending SELECT user_id, 2, id, random() >> 11 FROM email_opportunity WHERE deleted_at IS NULL
	ON CONFLICT DO UPDATE SET mark = excluded.mark;

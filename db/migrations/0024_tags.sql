CREATE TABLE `tag` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`hue` text NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_name` ON `tag` (`user_id`,`name_key`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `tag_user` ON `tag` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `tag_purge` ON `tag` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `tag_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	`job_posting_id` integer,
	`email_opportunity_id` integer,
	`contact_id` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_posting_id`) REFERENCES `job_posting`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`email_opportunity_id`) REFERENCES `email_opportunity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tag_link_user` ON `tag_link` (`user_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tag_link_posting` ON `tag_link` (`job_posting_id`,`tag_id`) WHERE job_posting_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `tag_link_opportunity` ON `tag_link` (`email_opportunity_id`,`tag_id`) WHERE email_opportunity_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `tag_link_contact` ON `tag_link` (`contact_id`,`tag_id`) WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX `tag_link_tag` ON `tag_link` (`tag_id`,`job_posting_id`,`email_opportunity_id`,`contact_id`);--> statement-breakpoint
-- Search: a row's tags are among its texts. See 0005; 0 is a posting, 2 an opportunity, 3 a contact.
CREATE TRIGGER `tag_link_search_added` AFTER INSERT ON tag_link BEGIN
	INSERT INTO search_pending VALUES (
		NEW.user_id,
		CASE WHEN NEW.job_posting_id IS NOT NULL THEN 0 WHEN NEW.email_opportunity_id IS NOT NULL THEN 2 ELSE 3 END,
		coalesce(NEW.job_posting_id, NEW.email_opportunity_id, NEW.contact_id), random() >> 11
	) ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `tag_link_search_gone` AFTER DELETE ON tag_link BEGIN
	INSERT INTO search_pending VALUES (
		OLD.user_id,
		CASE WHEN OLD.job_posting_id IS NOT NULL THEN 0 WHEN OLD.email_opportunity_id IS NOT NULL THEN 2 ELSE 3 END,
		coalesce(OLD.job_posting_id, OLD.email_opportunity_id, OLD.contact_id), random() >> 11
	) ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `tag_names_search` AFTER UPDATE OF name, deleted_at ON tag
	WHEN OLD.name IS NOT NEW.name OR OLD.deleted_at IS NOT NEW.deleted_at BEGIN
	INSERT INTO search_pending SELECT user_id,
		CASE WHEN job_posting_id IS NOT NULL THEN 0 WHEN email_opportunity_id IS NOT NULL THEN 2 ELSE 3 END,
		coalesce(job_posting_id, email_opportunity_id, contact_id), random() >> 11
		FROM tag_link WHERE tag_id = NEW.id
		ON CONFLICT DO UPDATE SET mark = excluded.mark;
END;

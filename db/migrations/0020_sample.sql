CREATE TABLE `sample_row` (
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`row_id` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `row_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);

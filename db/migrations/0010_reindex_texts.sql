-- The words of rich texts are read otherwise since lib/rich-text-words.ts, so every row is indexed anew.
INSERT INTO search_pending SELECT user_id, 0, id, random() >> 11 FROM job_posting WHERE deleted_at IS NULL
	ON CONFLICT DO UPDATE SET mark = excluded.mark;
--> statement-breakpoint
INSERT INTO search_pending SELECT user_id, 1, id, random() >> 11 FROM job_site WHERE deleted_at IS NULL
	ON CONFLICT DO UPDATE SET mark = excluded.mark;
--> statement-breakpoint
INSERT INTO search_pending SELECT user_id, 2, id, random() >> 11 FROM email_opportunity WHERE deleted_at IS NULL
	ON CONFLICT DO UPDATE SET mark = excluded.mark;

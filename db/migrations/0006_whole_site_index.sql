DROP INDEX `job_posting_site`;--> statement-breakpoint
CREATE INDEX `job_posting_site` ON `job_posting` (`job_site_id`,`deleted_at`,`id`);
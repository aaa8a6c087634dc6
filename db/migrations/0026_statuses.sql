CREATE TABLE `posting_fact_stale` (
	`user_id` integer NOT NULL,
	`job_posting_id` integer NOT NULL,
	PRIMARY KEY(`user_id`, `job_posting_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `status_word` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`stands_as` text,
	`label` text DEFAULT '' NOT NULL,
	`hue` text,
	`place` integer,
	`is_hidden` integer DEFAULT false NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z') NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `status_word_text` ON `status_word` (`user_id`,`subject`,`text`);--> statement-breakpoint
CREATE INDEX `status_word_user` ON `status_word` (`user_id`,`id`);
--> statement-breakpoint
DROP VIEW `posting_facts`;
--> statement-breakpoint
CREATE VIEW `posting_facts` AS
-- The one place that says what a posting's log amounts to. CASE stands for IN: of a list of three or more SQLite
-- makes a table each time, which takes longer than all the rest.
-- An event counts unless it is a status (or the first entry, or a rejection) that was later taken back to
-- "No Response" or "Saved".
-- An answer: a status other than saved, quiet and withdrawn; an interview; a stage beyond the application; a day of
-- rejection. A posting that was entered as rejected, by whatever way, is answered like one that was rejected here.
-- Its moment: the first of these, other than a rejection, that was logged as a change. What was an answer from its
-- first entry on (an import, say) has no moment, unless an interview dates it. A rejection has the day of rejection,
-- else that of the status, and dates the answer where there was no other.
-- What has a day of rejection ended so, even if its status still says "No Response".
-- A person's own words count as the documented ones that they stand as, and `posting_status` is that one.
SELECT
	user_id, job_posting_id, job_site_id, posting_status, applied, applied_on AS applied_at,
	CASE
		WHEN NOT applied THEN 0
		WHEN accepted THEN 5
		WHEN offered OR stage = 'Offer' THEN 4
		WHEN met OR CASE stage WHEN 'HR Interview' THEN 1 WHEN 'Hiring Manager Interview' THEN 1 WHEN 'Team Interview' THEN 1 ELSE 0 END THEN 3
		WHEN answered OR refused OR stage IN ('Screening', 'Code Test') THEN 2
		ELSE 1
	END AS reached,
	max(0, (unixepoch(substr(CASE
			WHEN refused AND NOT (accepted OR offered OR met OR answered OR stage <> '') THEN coalesce(rejected_at, refused_at)
			WHEN began_answered THEN met_at
			ELSE answered_at
		END, 1, 19))
		- unixepoch(substr(applied_on, 1, 19))) / 86400) AS answer_days,
	CASE WHEN applied THEN ending ELSE '' END AS ending,
	CASE WHEN ending <> '' THEN
		max(0, (unixepoch(substr(CASE WHEN ending IN ('rejected', 'declined') THEN coalesce(rejected_at, ended_at) ELSE ended_at END, 1, 19))
			- unixepoch(substr(applied_on, 1, 19))) / 86400)
	END AS ending_days,
	posting_url_domain, location_type, employment_type, outreach, time_spent, posting_title, pay_range,
	applied AND refused AND NOT (accepted OR offered OR met OR answered OR stage <> '') AS only_rejected
FROM (
	SELECT
		p.user_id, p.id AS job_posting_id, p.job_site_id, coalesce(pw.stands_as, p.posting_status) AS posting_status, p.rejected_at,
		coalesce(pw.stands_as, p.posting_status) <> '5 - Saved' AS applied,
		CASE WHEN coalesce(pw.stands_as, p.posting_status) <> '5 - Saved' THEN p.applied_at END AS applied_on,
		p.posting_url_domain, p.location_type, p.employment_type,
		trim(coalesce(p.outreach_info, '')) <> '' AS outreach,
		p.time_spent, p.posting_title, p.pay_range,
		CASE coalesce(pw.stands_as, p.posting_status)
			WHEN '3 - Rejected' THEN 'rejected'
			WHEN '2.5 - Post Interview Declined' THEN 'declined'
			WHEN '2.4 - Post Interview Silence' THEN 'silence'
			WHEN '3.5 - Withdrawn' THEN 'withdrawn'
			WHEN '4 - No Response' THEN iif(coalesce(max(e.kind = 'rejected' AND p.rejected_at IS NOT NULL), 0), 'rejected', '')
			WHEN '' THEN iif(coalesce(max(e.kind = 'rejected' AND p.rejected_at IS NOT NULL), 0), 'rejected', '')
			ELSE ''
		END AS ending,
		CASE
			WHEN CASE coalesce(sw.stands_as, p.rejected_after_stage) WHEN 'Screening' THEN 1 WHEN 'HR Interview' THEN 1 WHEN 'Code Test' THEN 1 WHEN 'Hiring Manager Interview' THEN 1 WHEN 'Team Interview' THEN 1 WHEN 'Offer' THEN 1 ELSE 0 END
				THEN coalesce(sw.stands_as, p.rejected_after_stage)
			ELSE coalesce((
				SELECT coalesce(lw.stands_as, s.to_value) FROM event s
				LEFT JOIN status_word lw ON lw.user_id = p.user_id AND lw.subject = 'stage' AND lw.text = s.to_value
				WHERE s.job_posting_id = p.id AND s.kind = 'stage'
					AND CASE coalesce(lw.stands_as, s.to_value) WHEN 'Screening' THEN 1 WHEN 'HR Interview' THEN 1 WHEN 'Code Test' THEN 1 WHEN 'Hiring Manager Interview' THEN 1 WHEN 'Team Interview' THEN 1 WHEN 'Offer' THEN 1 ELSE 0 END
				ORDER BY s.id DESC LIMIT 1), '')
		END AS stage,
		coalesce(pw.stands_as, p.posting_status) = '0 - Offer Accepted' OR coalesce(max(coalesce(ew.stands_as, e.to_value) = '0 - Offer Accepted'), 0) AS accepted,
		coalesce(pw.stands_as, p.posting_status) IN ('0.5 - Offer', '0 - Offer Accepted')
			OR coalesce(max(e.kind <> 'stage' AND coalesce(ew.stands_as, e.to_value) IN ('0.5 - Offer', '0 - Offer Accepted')), 0) AS offered,
		p.interviewed_at IS NOT NULL
			OR coalesce(pw.stands_as, p.posting_status) IN ('2.5 - Post Interview Declined', '2.4 - Post Interview Silence')
			OR coalesce(max(e.kind = 'interview'
				OR coalesce(coalesce(ew.stands_as, e.to_value) IN ('2.5 - Post Interview Declined', '2.4 - Post Interview Silence'), 0)), 0) AS met,
		CASE coalesce(pw.stands_as, p.posting_status) WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE 1 END
			OR coalesce(max(CASE e.kind WHEN 'status' THEN 1 WHEN 'created' THEN 1 WHEN 'imported' THEN 1 ELSE 0 END AND CASE coalesce(ew.stands_as, e.to_value) WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE coalesce(ew.stands_as, e.to_value) IS NOT NULL END), 0) AS answered,
		coalesce(max(e.kind IN ('created', 'imported') AND CASE coalesce(ew.stands_as, e.to_value) WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE coalesce(ew.stands_as, e.to_value) IS NOT NULL END), 0) AS began_answered,
		coalesce(pw.stands_as, p.posting_status) = '3 - Rejected' OR coalesce(max(CASE e.kind
			WHEN 'rejected' THEN p.rejected_at IS NOT NULL
			WHEN 'stage' THEN 0
			WHEN 'interview' THEN 0
			ELSE coalesce(ew.stands_as, e.to_value) IS '3 - Rejected'
		END), 0) AS refused,
		max(CASE WHEN e.kind = 'status' AND coalesce(ew.stands_as, e.to_value) = '3 - Rejected' THEN e.occurred_at END) AS refused_at,
		min(CASE WHEN e.kind = 'interview' THEN min(e.occurred_at, e.recorded_at) END) AS met_at,
		min(CASE
			WHEN e.kind = 'interview'
				OR (e.kind = 'status' AND CASE coalesce(ew.stands_as, e.to_value) WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE coalesce(ew.stands_as, e.to_value) IS NOT NULL END)
				OR (e.kind = 'stage' AND e.from_value IS NOT NULL
					AND CASE coalesce(ew.stands_as, e.to_value) WHEN 'Screening' THEN 1 WHEN 'HR Interview' THEN 1 WHEN 'Code Test' THEN 1 WHEN 'Hiring Manager Interview' THEN 1 WHEN 'Team Interview' THEN 1 WHEN 'Offer' THEN 1 ELSE 0 END)
			THEN min(e.occurred_at, e.recorded_at)
		END) AS answered_at,
		max(CASE WHEN e.kind = 'status' AND e.to_value = p.posting_status THEN e.occurred_at END) AS ended_at
	FROM job_posting p
	LEFT JOIN status_word pw ON pw.user_id = p.user_id AND pw.subject = 'posting' AND pw.text = p.posting_status
	LEFT JOIN status_word sw ON sw.user_id = p.user_id AND sw.subject = 'stage' AND sw.text = p.rejected_after_stage
	LEFT JOIN event e ON e.job_posting_id = p.id
		AND CASE e.kind WHEN 'status' THEN 1 WHEN 'created' THEN 1 WHEN 'imported' THEN 1 WHEN 'stage' THEN 1 WHEN 'interview' THEN 1 WHEN 'rejected' THEN 1 ELSE 0 END
		AND (e.kind IN ('stage', 'interview') OR e.id > coalesce((
			SELECT max(b.id) FROM event b
			LEFT JOIN status_word bw ON bw.user_id = p.user_id AND bw.subject = 'posting' AND bw.text = b.to_value
			WHERE b.job_posting_id = p.id AND b.kind = 'status' AND coalesce(bw.stands_as, b.to_value) IN ('5 - Saved', '4 - No Response')), 0))
	LEFT JOIN status_word ew ON ew.user_id = p.user_id AND ew.subject = iif(e.kind = 'stage', 'stage', 'posting') AND ew.text = e.to_value
	WHERE p.deleted_at IS NULL
	GROUP BY p.id
);
--> statement-breakpoint
DROP VIEW `posting_spans`;
--> statement-breakpoint
CREATE VIEW `posting_spans` AS
-- Which status a posting had from when to when. It waits from the day it was applied to, even where it was
-- entered later; what was entered as rejected was so from its day of rejection on.
SELECT user_id, job_posting_id,
	row_number() OVER (PARTITION BY job_posting_id ORDER BY starts_at, seq) AS place,
	posting_status, starts_at,
	lead(starts_at) OVER (PARTITION BY job_posting_id ORDER BY starts_at, seq) AS ends_at
FROM (
	SELECT p.user_id, p.id AS job_posting_id, 0 AS seq, '4 - No Response' AS posting_status, p.applied_at AS starts_at
	FROM job_posting p
	LEFT JOIN status_word pw ON pw.user_id = p.user_id AND pw.subject = 'posting' AND pw.text = p.posting_status
	WHERE p.deleted_at IS NULL AND p.applied_at IS NOT NULL AND coalesce(pw.stands_as, p.posting_status) <> '5 - Saved'
		AND p.applied_at < coalesce((
			SELECT min(b.occurred_at) FROM event b
			WHERE b.job_posting_id = p.id AND b.kind IN ('created', 'imported') AND b.to_value IS NOT NULL), p.created_at)
	UNION ALL
	SELECT p.user_id, p.id, 1,
		coalesce((
			SELECT coalesce(s.from_value, s.to_value) FROM event s
			WHERE s.job_posting_id = p.id AND s.kind = 'status' ORDER BY s.occurred_at, s.id LIMIT 1), p.posting_status),
		p.created_at
	FROM job_posting p
	WHERE p.deleted_at IS NULL AND NOT EXISTS (
		SELECT 1 FROM event b WHERE b.job_posting_id = p.id AND b.kind IN ('created', 'imported') AND b.to_value IS NOT NULL)
	UNION ALL
	SELECT p.user_id, p.id, e.id + 1, e.to_value,
		CASE
			WHEN e.kind <> 'status' AND coalesce(ew.stands_as, e.to_value) IN ('3 - Rejected', '2.5 - Post Interview Declined')
				AND p.rejected_at < e.occurred_at
			THEN max(p.rejected_at, coalesce(p.applied_at, p.rejected_at))
			ELSE e.occurred_at
		END
	FROM job_posting p
	JOIN event e ON e.job_posting_id = p.id
	LEFT JOIN status_word ew ON ew.user_id = p.user_id AND ew.subject = 'posting' AND ew.text = e.to_value
	WHERE p.deleted_at IS NULL AND CASE e.kind WHEN 'created' THEN 1 WHEN 'imported' THEN 1 WHEN 'status' THEN 1 ELSE 0 END AND e.to_value IS NOT NULL
);
--> statement-breakpoint
DROP TRIGGER `posting_fact_added`;
--> statement-breakpoint
-- It has no events yet: its spans are the view's two first cases.
CREATE TRIGGER `posting_fact_added` AFTER INSERT ON job_posting WHEN NEW.deleted_at IS NULL BEGIN
	INSERT INTO posting_fact SELECT * FROM posting_facts WHERE job_posting_id = NEW.id;
	INSERT INTO posting_span
		SELECT NEW.user_id, NEW.id, 1, '4 - No Response', NEW.applied_at, NEW.created_at
		WHERE coalesce((SELECT stands_as FROM status_word
			WHERE user_id = NEW.user_id AND subject = 'posting' AND text = NEW.posting_status), NEW.posting_status) <> '5 - Saved' AND NEW.applied_at < NEW.created_at;
	INSERT INTO posting_span
		SELECT NEW.user_id, NEW.id, 1 + count(*), NEW.posting_status, NEW.created_at, NULL
		FROM posting_span WHERE user_id = NEW.user_id AND job_posting_id = NEW.id;
END;
--> statement-breakpoint
-- A word that comes, goes or counts as another makes the facts of the postings that have it, or had it, stale.
CREATE TRIGGER `status_word_added` AFTER INSERT ON status_word
WHEN NEW.stands_as IS NOT NULL AND NEW.subject <> 'opportunity' BEGIN
	INSERT OR IGNORE INTO posting_fact_stale
		SELECT p.user_id, p.id FROM job_posting p
		WHERE p.user_id = NEW.user_id AND p.deleted_at IS NULL
			AND iif(NEW.subject = 'stage', p.rejected_after_stage, p.posting_status) = NEW.text
		UNION
		SELECT p.user_id, p.id FROM event e JOIN job_posting p ON p.id = e.job_posting_id
		WHERE e.user_id = NEW.user_id AND p.deleted_at IS NULL AND e.to_value = NEW.text
			AND e.kind IN ('created', 'imported', 'status', 'stage');
END;
--> statement-breakpoint
CREATE TRIGGER `status_word_changed` AFTER UPDATE OF stands_as ON status_word
WHEN NEW.stands_as IS NOT OLD.stands_as AND NEW.subject <> 'opportunity' BEGIN
	INSERT OR IGNORE INTO posting_fact_stale
		SELECT p.user_id, p.id FROM job_posting p
		WHERE p.user_id = NEW.user_id AND p.deleted_at IS NULL
			AND iif(NEW.subject = 'stage', p.rejected_after_stage, p.posting_status) = NEW.text
		UNION
		SELECT p.user_id, p.id FROM event e JOIN job_posting p ON p.id = e.job_posting_id
		WHERE e.user_id = NEW.user_id AND p.deleted_at IS NULL AND e.to_value = NEW.text
			AND e.kind IN ('created', 'imported', 'status', 'stage');
END;
--> statement-breakpoint
CREATE TRIGGER `status_word_gone` AFTER DELETE ON status_word
WHEN OLD.stands_as IS NOT NULL AND OLD.subject <> 'opportunity' BEGIN
	INSERT OR IGNORE INTO posting_fact_stale
		SELECT p.user_id, p.id FROM job_posting p
		WHERE p.user_id = OLD.user_id AND p.deleted_at IS NULL
			AND iif(OLD.subject = 'stage', p.rejected_after_stage, p.posting_status) = OLD.text
		UNION
		SELECT p.user_id, p.id FROM event e JOIN job_posting p ON p.id = e.job_posting_id
		WHERE e.user_id = OLD.user_id AND p.deleted_at IS NULL AND e.to_value = OLD.text
			AND e.kind IN ('created', 'imported', 'status', 'stage');
END;
--> statement-breakpoint
CREATE TRIGGER `posting_fact_stale_gone` AFTER DELETE ON posting_fact_stale BEGIN
	DELETE FROM posting_fact WHERE user_id = OLD.user_id AND job_posting_id = OLD.job_posting_id;
	INSERT INTO posting_fact SELECT * FROM posting_facts WHERE job_posting_id = OLD.job_posting_id;
	DELETE FROM posting_span WHERE user_id = OLD.user_id AND job_posting_id = OLD.job_posting_id;
	INSERT INTO posting_span SELECT * FROM posting_spans WHERE job_posting_id = OLD.job_posting_id;
END;

DROP VIEW `posting_facts`;
--> statement-breakpoint
ALTER TABLE `posting_fact` ADD `only_rejected` integer DEFAULT false NOT NULL;
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
		p.user_id, p.id AS job_posting_id, p.job_site_id, p.posting_status, p.rejected_at,
		p.posting_status <> '5 - Saved' AS applied,
		CASE WHEN p.posting_status <> '5 - Saved' THEN p.applied_at END AS applied_on,
		p.posting_url_domain, p.location_type, p.employment_type,
		trim(coalesce(p.outreach_info, '')) <> '' AS outreach,
		p.time_spent, p.posting_title, p.pay_range,
		CASE p.posting_status
			WHEN '3 - Rejected' THEN 'rejected'
			WHEN '2.5 - Post Interview Declined' THEN 'declined'
			WHEN '2.4 - Post Interview Silence' THEN 'silence'
			WHEN '3.5 - Withdrawn' THEN 'withdrawn'
			WHEN '4 - No Response' THEN iif(coalesce(max(e.kind = 'rejected' AND p.rejected_at IS NOT NULL), 0), 'rejected', '')
			WHEN '' THEN iif(coalesce(max(e.kind = 'rejected' AND p.rejected_at IS NOT NULL), 0), 'rejected', '')
			ELSE ''
		END AS ending,
		CASE
			WHEN CASE p.rejected_after_stage WHEN 'Screening' THEN 1 WHEN 'HR Interview' THEN 1 WHEN 'Code Test' THEN 1 WHEN 'Hiring Manager Interview' THEN 1 WHEN 'Team Interview' THEN 1 WHEN 'Offer' THEN 1 ELSE 0 END
				THEN p.rejected_after_stage
			ELSE coalesce((
				SELECT s.to_value FROM event s
				WHERE s.job_posting_id = p.id AND s.kind = 'stage'
					AND CASE s.to_value WHEN 'Screening' THEN 1 WHEN 'HR Interview' THEN 1 WHEN 'Code Test' THEN 1 WHEN 'Hiring Manager Interview' THEN 1 WHEN 'Team Interview' THEN 1 WHEN 'Offer' THEN 1 ELSE 0 END
				ORDER BY s.id DESC LIMIT 1), '')
		END AS stage,
		p.posting_status = '0 - Offer Accepted' OR coalesce(max(e.to_value = '0 - Offer Accepted'), 0) AS accepted,
		p.posting_status IN ('0.5 - Offer', '0 - Offer Accepted')
			OR coalesce(max(e.kind <> 'stage' AND e.to_value IN ('0.5 - Offer', '0 - Offer Accepted')), 0) AS offered,
		p.interviewed_at IS NOT NULL
			OR p.posting_status IN ('2.5 - Post Interview Declined', '2.4 - Post Interview Silence')
			OR coalesce(max(e.kind = 'interview'
				OR coalesce(e.to_value IN ('2.5 - Post Interview Declined', '2.4 - Post Interview Silence'), 0)), 0) AS met,
		CASE p.posting_status WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE 1 END
			OR coalesce(max(CASE e.kind WHEN 'status' THEN 1 WHEN 'created' THEN 1 WHEN 'imported' THEN 1 ELSE 0 END AND CASE e.to_value WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE e.to_value IS NOT NULL END), 0) AS answered,
		coalesce(max(e.kind IN ('created', 'imported') AND CASE e.to_value WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE e.to_value IS NOT NULL END), 0) AS began_answered,
		p.posting_status = '3 - Rejected' OR coalesce(max(CASE e.kind
			WHEN 'rejected' THEN p.rejected_at IS NOT NULL
			WHEN 'stage' THEN 0
			WHEN 'interview' THEN 0
			ELSE e.to_value IS '3 - Rejected'
		END), 0) AS refused,
		max(CASE WHEN e.kind = 'status' AND e.to_value = '3 - Rejected' THEN e.occurred_at END) AS refused_at,
		min(CASE WHEN e.kind = 'interview' THEN min(e.occurred_at, e.recorded_at) END) AS met_at,
		min(CASE
			WHEN e.kind = 'interview'
				OR (e.kind = 'status' AND CASE e.to_value WHEN '5 - Saved' THEN 0 WHEN '4 - No Response' THEN 0 WHEN '3.5 - Withdrawn' THEN 0 WHEN '3 - Rejected' THEN 0 WHEN '' THEN 0 ELSE e.to_value IS NOT NULL END)
				OR (e.kind = 'stage' AND e.from_value IS NOT NULL
					AND CASE e.to_value WHEN 'Screening' THEN 1 WHEN 'HR Interview' THEN 1 WHEN 'Code Test' THEN 1 WHEN 'Hiring Manager Interview' THEN 1 WHEN 'Team Interview' THEN 1 WHEN 'Offer' THEN 1 ELSE 0 END)
			THEN min(e.occurred_at, e.recorded_at)
		END) AS answered_at,
		max(CASE WHEN e.kind = 'status' AND e.to_value = p.posting_status THEN e.occurred_at END) AS ended_at
	FROM job_posting p
	LEFT JOIN event e ON e.job_posting_id = p.id
		AND CASE e.kind WHEN 'status' THEN 1 WHEN 'created' THEN 1 WHEN 'imported' THEN 1 WHEN 'stage' THEN 1 WHEN 'interview' THEN 1 WHEN 'rejected' THEN 1 ELSE 0 END
		AND (e.kind IN ('stage', 'interview') OR e.id > coalesce((
			SELECT max(b.id) FROM event b
			WHERE b.job_posting_id = p.id AND b.kind = 'status' AND b.to_value IN ('5 - Saved', '4 - No Response')), 0))
	WHERE p.deleted_at IS NULL
	GROUP BY p.id
);
--> statement-breakpoint
DROP TRIGGER `event_fact_added`;
--> statement-breakpoint
-- The first entry alone, where it names the status that the posting has, changes no fact.
CREATE TRIGGER `event_fact_added` AFTER INSERT ON event
WHEN NEW.job_posting_id IS NOT NULL AND CASE NEW.kind WHEN 'created' THEN 1 WHEN 'imported' THEN 1 WHEN 'status' THEN 1 WHEN 'stage' THEN 1 WHEN 'interview' THEN 1 WHEN 'rejected' THEN 1 ELSE 0 END
	AND NOT (NEW.kind IN ('created', 'imported')
		AND NEW.to_value IS (SELECT posting_status FROM job_posting WHERE id = NEW.job_posting_id)
		AND NOT EXISTS (SELECT 1 FROM event WHERE job_posting_id = NEW.job_posting_id AND id <> NEW.id)) BEGIN
	DELETE FROM posting_fact WHERE user_id = NEW.user_id AND job_posting_id = NEW.job_posting_id;
	INSERT INTO posting_fact SELECT * FROM posting_facts WHERE job_posting_id = NEW.job_posting_id;
END;
--> statement-breakpoint
DROP TRIGGER `event_fact_gone`;
--> statement-breakpoint
CREATE TRIGGER `event_fact_gone` AFTER DELETE ON event
WHEN OLD.job_posting_id IS NOT NULL AND OLD.kind IN ('created', 'imported', 'status', 'stage', 'interview', 'rejected') BEGIN
	DELETE FROM posting_fact WHERE user_id = OLD.user_id AND job_posting_id = OLD.job_posting_id;
	INSERT INTO posting_fact SELECT * FROM posting_facts WHERE job_posting_id = OLD.job_posting_id;
	DELETE FROM posting_span WHERE user_id = OLD.user_id AND job_posting_id = OLD.job_posting_id;
	INSERT INTO posting_span SELECT * FROM posting_spans WHERE job_posting_id = OLD.job_posting_id;
END;
--> statement-breakpoint
DELETE FROM posting_fact;
--> statement-breakpoint
INSERT INTO posting_fact SELECT * FROM posting_facts;
--> statement-breakpoint
CREATE INDEX `posting_fact_answered` ON `posting_fact` (`user_id`,`applied_at`,`reached`) WHERE reached > 1;
--> statement-breakpoint
CREATE INDEX `posting_fact_answered_waiting` ON `posting_fact` (`user_id`,`ending`) WHERE reached > 1 and posting_status in ('4 - No Response', '');

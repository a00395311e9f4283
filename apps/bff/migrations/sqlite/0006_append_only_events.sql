CREATE TABLE `audit_waiting` (
	`seq` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_waiting_event` ON `audit_waiting` (`event_id`);--> statement-breakpoint
INSERT INTO `audit_waiting` (`event_id`) SELECT `id` FROM `events` ORDER BY `at`, `id`;--> statement-breakpoint
CREATE TRIGGER `events_wait_for_the_chain` AFTER INSERT ON `events` BEGIN
	INSERT INTO `audit_waiting` (`event_id`) VALUES (new.`id`);
END;--> statement-breakpoint
CREATE TRIGGER `events_stay` BEFORE UPDATE ON `events` BEGIN
	SELECT raise(ABORT, 'events are never changed');
END;--> statement-breakpoint
CREATE TRIGGER `events_are_kept` BEFORE DELETE ON `events` WHEN old.`at` > (unixepoch() - 34560000) * 1000 BEGIN
	SELECT raise(ABORT, 'events are kept for 400 days');
END;--> statement-breakpoint
CREATE TRIGGER `audit_links_stay` BEFORE UPDATE ON `audit_links` BEGIN
	SELECT raise(ABORT, 'the chain is never changed');
END;--> statement-breakpoint
CREATE TRIGGER `audit_links_are_kept` BEFORE DELETE ON `audit_links` WHEN old.`at` > (unixepoch() - 34560000) * 1000 BEGIN
	SELECT raise(ABORT, 'the chain is kept for 400 days');
END;

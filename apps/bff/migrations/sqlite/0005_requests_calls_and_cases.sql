CREATE TABLE `audit_links` (
	`seq` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`at` integer NOT NULL,
	`hash` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_links_event` ON `audit_links` (`event_id`);--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`phone` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`found` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `calls_staff` ON `calls` (`staff_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_at` ON `calls` (`at`);--> statement-breakpoint
CREATE TABLE `case_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `recovery_cases`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_entries_case` ON `case_entries` (`case_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `case_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` blob NOT NULL,
	`case_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `recovery_cases`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_sessions_token` ON `case_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `case_sessions_case` ON `case_sessions` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_sessions_expires` ON `case_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` blob NOT NULL,
	`file` text NOT NULL,
	`key_sealed` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `recovery_cases`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `documents_case` ON `documents` (`case_id`,`at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_file` ON `documents` (`file`);--> statement-breakpoint
CREATE INDEX `documents_kept` ON `documents` (`case_id`,`bytes`) WHERE removed_at is null;--> statement-breakpoint
CREATE TABLE `recovery_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`contact_id` text NOT NULL,
	`company_id` text NOT NULL,
	`state` text NOT NULL,
	`for_company` integer NOT NULL,
	`form` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`submitted_at` integer,
	`held_by_id` text,
	`held_by_name` text,
	`held_until` integer,
	`first_approver_id` text,
	`first_approver_name` text,
	`first_approved_at` integer,
	`first_reason` text,
	`second_approver_id` text,
	`second_approved_at` integer,
	`cooling_ends_at` integer,
	`vouched_by_id` text,
	`vouched_by_name` text,
	`asked_for` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`ended_at` integer,
	`code_mark` blob,
	`code_expires_at` integer,
	`code_tries_left` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_cases_number` ON `recovery_cases` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_cases_open` ON `recovery_cases` (`contact_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `recovery_cases_contact` ON `recovery_cases` (`contact_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `recovery_cases_company` ON `recovery_cases` (`company_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `recovery_cases_state` ON `recovery_cases` (`state`,`submitted_at`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `recovery_cases_held` ON `recovery_cases` (`held_by_id`) WHERE held_by_id is not null;--> statement-breakpoint
CREATE INDEX `recovery_cases_ended` ON `recovery_cases` (`ended_at`,`id`) WHERE ended_at is not null;--> statement-breakpoint
CREATE TABLE `request_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`from_desk` integer NOT NULL,
	`text` text NOT NULL,
	`assurance` text,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `request_entries_request` ON `request_entries` (`request_id`,`at`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`company_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`subject` text NOT NULL,
	`service` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`source` text DEFAULT 'program' NOT NULL,
	`assurance` text,
	`statement` text,
	`signature` text,
	`key_id` text,
	`signed_at` integer,
	`drafted_by_id` text,
	`call_id` text,
	`expires_at` integer,
	`assigned_to_id` text,
	`created_at` integer NOT NULL,
	`changed_at` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_requests`("id", "number", "company_id", "contact_id", "subject", "service", "text", "state", "source", "assurance", "created_at", "changed_at") SELECT "id", printf('%09d', 100000000 + rowid), "company_id", "contact_id", "subject", "service", "text", "state", 'program', "assurance", "created_at", "created_at" FROM `requests`;--> statement-breakpoint
DROP TABLE `requests`;--> statement-breakpoint
ALTER TABLE `__new_requests` RENAME TO `requests`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `requests_company` ON `requests` (`company_id`,`created_at`,`id`,`state`,`expires_at`);--> statement-breakpoint
CREATE INDEX `requests_contact` ON `requests` (`contact_id`,`company_id`,`created_at`,`id`,`state`,`expires_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_number` ON `requests` (`number`) WHERE number <> '';--> statement-breakpoint
CREATE INDEX `requests_open` ON `requests` (`created_at`,`id`,`assigned_to_id`,`state`,`expires_at`,`assurance`,`number`,`company_id`) WHERE state in ('to-sign', 'sent', 'in-progress');--> statement-breakpoint
CREATE INDEX `requests_assigned` ON `requests` (`assigned_to_id`,`created_at`,`id`,`state`,`expires_at`,`assurance`,`number`,`company_id`) WHERE state in ('to-sign', 'sent', 'in-progress');--> statement-breakpoint
CREATE INDEX `requests_closed` ON `requests` (`changed_at`,`id`,`assigned_to_id`,`state`,`assurance`,`number`,`company_id`) WHERE state in ('done', 'refused', 'withdrawn', 'lapsed');--> statement-breakpoint
CREATE INDEX `requests_closed_assigned` ON `requests` (`assigned_to_id`,`changed_at`,`id`,`state`,`assurance`,`number`,`company_id`) WHERE state in ('done', 'refused', 'withdrawn', 'lapsed');--> statement-breakpoint
CREATE INDEX `requests_to_sign` ON `requests` (`contact_id`,`expires_at`) WHERE state = 'to-sign';--> statement-breakpoint
CREATE INDEX `requests_lapse` ON `requests` (`expires_at`) WHERE state = 'to-sign';--> statement-breakpoint
CREATE INDEX `requests_call` ON `requests` (`call_id`) WHERE call_id is not null;--> statement-breakpoint
ALTER TABLE `contacts` ADD `care_until` integer;--> statement-breakpoint
CREATE INDEX `companies_operator` ON `companies` (`id`) WHERE operator = 1;--> statement-breakpoint
CREATE INDEX `events_company_kind` ON `events` (`company_id`,`kind`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_phone` ON `contacts` (`phone`) WHERE phone <> '';--> statement-breakpoint
ALTER TABLE `links` ADD `case_id` text REFERENCES recovery_cases(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `links_case` ON `links` (`case_id`) WHERE case_id is not null;
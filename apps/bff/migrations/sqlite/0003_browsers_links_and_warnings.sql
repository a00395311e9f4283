CREATE TABLE `browsers` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`token_hash` blob NOT NULL,
	`client` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `browsers_contact_token` ON `browsers` (`contact_id`,`token_hash`);--> statement-breakpoint
CREATE INDEX `browsers_expires` ON `browsers` (`expires_at`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` blob NOT NULL,
	`contact_id` text NOT NULL,
	`purpose` text NOT NULL,
	`email` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `links_token` ON `links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `links_contact` ON `links` (`contact_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `links_expires` ON `links` (`expires_at`);--> statement-breakpoint
DROP INDEX `challenges_contact`;--> statement-breakpoint
ALTER TABLE `challenges` ADD `browser_id` text;--> statement-breakpoint
ALTER TABLE `challenges` ADD `lineage` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `challenges` ADD `warn_at` integer;--> statement-breakpoint
ALTER TABLE `challenges` ADD `half_at` integer;--> statement-breakpoint
ALTER TABLE `challenges` ADD `answered_at` integer;--> statement-breakpoint
CREATE INDEX `challenges_open` ON `challenges` (`contact_id`,`created_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `challenges_warn` ON `challenges` (`warn_at`) WHERE warn_at is not null;--> statement-breakpoint
CREATE INDEX `challenges_warn_contact` ON `challenges` (`contact_id`,`warn_at`) WHERE warn_at is not null;--> statement-breakpoint
CREATE INDEX `challenges_half` ON `challenges` (`contact_id`,`created_at`) WHERE half_at is not null and answered_at is null;--> statement-breakpoint
CREATE INDEX `challenges_contact` ON `challenges` (`contact_id`,`lineage`);--> statement-breakpoint
DROP INDEX `events_contact`;--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
CREATE INDEX `events_contact` ON `events` (`contact_id`,`at`,`id`);--> statement-breakpoint
ALTER TABLE `contacts` ADD `trust_paused_at` integer;--> statement-breakpoint
CREATE INDEX `contacts_factor` ON `contacts` (`factor_id`) WHERE factor_id is not null;--> statement-breakpoint
ALTER TABLE `factors` ADD `recent_failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `factors` ADD `recent_ends_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `factors` ADD `told_step` integer;--> statement-breakpoint
ALTER TABLE `factors` ADD `reset_required_at` integer;--> statement-breakpoint
ALTER TABLE `factors` ADD `checked_up_at` integer;--> statement-breakpoint
ALTER TABLE `mails` ADD `secret_sealed` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `expires_at` integer;--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`);--> statement-breakpoint
CREATE INDEX `mails_contact` ON `mails` (`contact_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_secret` ON `mails` (`expires_at`) WHERE secret_sealed is not null;
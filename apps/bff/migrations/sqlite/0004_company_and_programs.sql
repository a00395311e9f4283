CREATE TABLE `announcements` (
	`company_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`letter` text NOT NULL,
	`client` text NOT NULL,
	`at` integer NOT NULL,
	`told_to` text NOT NULL,
	`parts` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `api_contacts` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`created_by_id` text NOT NULL,
	`created_by_name` text NOT NULL,
	`addresses` text NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `api_passwords` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`secret_hash` blob NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `api_passwords_contact` ON `api_passwords` (`contact_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`token_hash` blob NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`language` text NOT NULL,
	`role` text NOT NULL,
	`invited_by_id` text NOT NULL,
	`invited_by_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_company_email` ON `invitations` (`company_id`,`email`);--> statement-breakpoint
CREATE INDEX `invitations_expires` ON `invitations` (`expires_at`);--> statement-breakpoint
CREATE TABLE `leavers` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`at` integer NOT NULL,
	`by_name` text NOT NULL,
	`report` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `leavers_company` ON `leavers` (`company_id`,`at`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`subject` text NOT NULL,
	`service` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`assurance` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `requests_company` ON `requests` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `requests_contact` ON `requests` (`contact_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `soap_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` blob NOT NULL,
	`contact_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `soap_sessions_token` ON `soap_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `soap_sessions_contact` ON `soap_sessions` (`contact_id`);--> statement-breakpoint
CREATE TABLE `soap_uses` (
	`contact_id` text NOT NULL,
	`operation` text NOT NULL,
	`place` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `operation`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
DROP INDEX `contacts_company`;--> statement-breakpoint
ALTER TABLE `contacts` ADD `must_enrol_since` integer;--> statement-breakpoint
ALTER TABLE `contacts` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `left_at` integer;--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`company_id`,`kind`,`left_at`,`login`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_verification` ON `contacts` (`company_id`,`kind`,`left_at`,`factor_id`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_admins` ON `contacts` (`company_id`,`kind`,`left_at`,`active`) WHERE role = 'admin';--> statement-breakpoint
CREATE INDEX `contacts_company` ON `contacts` (`company_id`,`kind`,`left_at`,`sort_name`,`id`,`login`,`phone`);--> statement-breakpoint
ALTER TABLE `companies` ADD `rule_from` integer;--> statement-breakpoint
ALTER TABLE `companies` ADD `rule_reminded` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `company_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `events_company` ON `events` (`company_id`,`at`,`id`);--> statement-breakpoint
ALTER TABLE `factors` ADD `seen_by_name` text;--> statement-breakpoint
-- By hand: those who are there already can be sorted and searched (letters of our languages; any other is set right when the name changes).
UPDATE `contacts` SET `sort_name` = lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(trim(`name`),'à','a'),'á','a'),'â','a'),'ã','a'),'ä','a'),'å','a'),'è','e'),'é','e'),'ê','e'),'ë','e'),'ì','i'),'í','i'),'î','i'),'ï','i'),'ò','o'),'ó','o'),'ô','o'),'õ','o'),'ö','o'),'ù','u'),'ú','u'),'û','u'),'ü','u'),'ý','y'),'ÿ','y'),'ç','c'),'ñ','n'),'č','c'),'ď','d'),'ě','e'),'ň','n'),'ř','r'),'š','s'),'ť','t'),'ů','u'),'ž','z'),'À','a'),'Á','a'),'Â','a'),'Ã','a'),'Ä','a'),'Å','a'),'È','e'),'É','e'),'Ê','e'),'Ë','e'),'Ì','i'),'Í','i'),'Î','i'),'Ï','i'),'Ò','o'),'Ó','o'),'Ô','o'),'Õ','o'),'Ö','o'),'Ù','u'),'Ú','u'),'Û','u'),'Ü','u'),'Ý','y'),'Ç','c'),'Ñ','n'),'Č','c'),'Ď','d'),'Ě','e'),'Ň','n'),'Ř','r'),'Š','s'),'Ť','t'),'Ů','u'),'Ž','z'));--> statement-breakpoint
UPDATE `events` SET `company_id` = (SELECT `company_id` FROM `contacts` WHERE `contacts`.`id` = `events`.`contact_id`);

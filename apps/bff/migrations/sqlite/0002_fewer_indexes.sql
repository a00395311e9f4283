DROP INDEX `allowances_window`;--> statement-breakpoint
DROP INDEX `sessions_expires`;
CREATE TABLE `budget_import` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`imported_at` text NOT NULL,
	`created_count` integer NOT NULL,
	`updated_count` integer NOT NULL,
	`skipped_count` integer NOT NULL,
	`changes` text NOT NULL,
	`undone_at` text,
	`undone_by` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "budget_import_changes" CHECK(json_valid("budget_import"."changes"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `budget_import_user` ON `budget_import` (`user_id`);--> statement-breakpoint
CREATE INDEX `budget_import_undone_by` ON `budget_import` (`undone_by`);

CREATE TABLE `plan_move` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`kind` text NOT NULL,
	`moved_at` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`changes` text NOT NULL,
	`undone_at` text,
	`redone_at` text,
	`passed_over_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "plan_move_kind" CHECK("plan_move"."kind" IN ('one', 'withDependents', 'repaired')),
	CONSTRAINT "plan_move_changes" CHECK(json_valid("plan_move"."changes"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_move_user` ON `plan_move` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `plan_move_measure` ON `plan_move` (`measure_id`);
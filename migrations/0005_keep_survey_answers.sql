CREATE TABLE `survey_answer` (
	`round_id` integer NOT NULL,
	`rater_group_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`mean_units` integer NOT NULL,
	`answer_count` integer NOT NULL,
	`imported_at` text NOT NULL,
	PRIMARY KEY(`round_id`, `rater_group_id`, `measure_id`, `criterion_id`),
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rater_group_id`) REFERENCES `rater_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_answer_mean" CHECK("survey_answer"."mean_units" BETWEEN 0 AND 40000),
	CONSTRAINT "survey_answer_count" CHECK("survey_answer"."answer_count" BETWEEN 1 AND 1000000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `survey_answer_rater_group` ON `survey_answer` (`rater_group_id`);--> statement-breakpoint
CREATE INDEX `survey_answer_measure` ON `survey_answer` (`measure_id`);--> statement-breakpoint
CREATE INDEX `survey_answer_criterion` ON `survey_answer` (`criterion_id`);
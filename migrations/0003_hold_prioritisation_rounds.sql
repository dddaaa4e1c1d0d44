CREATE TABLE `group_weight` (
	`round_id` integer NOT NULL,
	`rater_group_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`round_id`, `rater_group_id`, `criterion_id`),
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rater_group_id`) REFERENCES `rater_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_weight_weight" CHECK("group_weight"."weight" BETWEEN 0 AND 100)
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_weight_rater_group` ON `group_weight` (`rater_group_id`);--> statement-breakpoint
CREATE INDEX `group_weight_criterion` ON `group_weight` (`criterion_id`);--> statement-breakpoint
CREATE TABLE `measure_priority` (
	`measure_id` integer PRIMARY KEY NOT NULL,
	`round_id` integer NOT NULL,
	`position` integer NOT NULL,
	`score_tenths` integer,
	`override_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_priority_position" CHECK("measure_priority"."position" >= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `measure_priority_round` ON `measure_priority` (`round_id`);--> statement-breakpoint
CREATE TABLE `pairwise_judgement` (
	`round_id` integer NOT NULL,
	`rater_group_id` integer NOT NULL,
	`first_criterion_id` integer NOT NULL,
	`second_criterion_id` integer NOT NULL,
	`intensity` integer NOT NULL,
	PRIMARY KEY(`round_id`, `rater_group_id`, `first_criterion_id`, `second_criterion_id`),
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rater_group_id`) REFERENCES `rater_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairwise_judgement_order" CHECK("pairwise_judgement"."first_criterion_id" < "pairwise_judgement"."second_criterion_id"),
	CONSTRAINT "pairwise_judgement_intensity" CHECK("pairwise_judgement"."intensity" BETWEEN -8 AND 8)
) STRICT;
--> statement-breakpoint
CREATE INDEX `pairwise_judgement_rater_group` ON `pairwise_judgement` (`rater_group_id`);--> statement-breakpoint
CREATE INDEX `pairwise_judgement_first` ON `pairwise_judgement` (`first_criterion_id`);--> statement-breakpoint
CREATE INDEX `pairwise_judgement_second` ON `pairwise_judgement` (`second_criterion_id`);--> statement-breakpoint
CREATE TABLE `prioritisation_round` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`disclosure` text DEFAULT 'byGroup' NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text,
	`adopted_at` text,
	`adopted_note` text DEFAULT '' NOT NULL,
	`content` text,
	`content_hash` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "prioritisation_round_title" CHECK(trim("prioritisation_round"."title") <> ''),
	CONSTRAINT "prioritisation_round_state" CHECK("prioritisation_round"."state" IN ('open', 'closed', 'adopted')),
	CONSTRAINT "prioritisation_round_disclosure" CHECK("prioritisation_round"."disclosure" IN ('named', 'byGroup', 'anonymous')),
	CONSTRAINT "prioritisation_round_frozen" CHECK(("prioritisation_round"."state" = 'open') = ("prioritisation_round"."content" IS NULL) AND ("prioritisation_round"."content" IS NULL) = ("prioritisation_round"."content_hash" IS NULL)),
	CONSTRAINT "prioritisation_round_closed" CHECK(("prioritisation_round"."state" = 'open') = ("prioritisation_round"."closed_at" IS NULL)),
	CONSTRAINT "prioritisation_round_adopted" CHECK(("prioritisation_round"."state" = 'adopted') = ("prioritisation_round"."adopted_at" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `prioritisation_round_title_unique` ON `prioritisation_round` (`title`);--> statement-breakpoint
CREATE TABLE `priority_override` (
	`round_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`position` integer NOT NULL,
	`reason` text NOT NULL,
	`user_id` integer NOT NULL,
	`decided_at` text NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`round_id`, `measure_id`),
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "priority_override_position" CHECK("priority_override"."position" >= 1),
	CONSTRAINT "priority_override_reason" CHECK(trim("priority_override"."reason") <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `priority_override_measure` ON `priority_override` (`measure_id`);--> statement-breakpoint
CREATE INDEX `priority_override_user` ON `priority_override` (`user_id`);--> statement-breakpoint
CREATE TABLE `round_criterion` (
	`round_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`round_id`, `criterion_id`),
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_criterion_weight" CHECK("round_criterion"."weight" BETWEEN 0 AND 100)
) STRICT;
--> statement-breakpoint
CREATE INDEX `round_criterion_criterion` ON `round_criterion` (`criterion_id`);--> statement-breakpoint
CREATE TABLE `round_group` (
	`round_id` integer NOT NULL,
	`rater_group_id` integer NOT NULL,
	`weight` integer NOT NULL,
	`rates_until` text,
	`weighting_method` text DEFAULT 'standard' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`round_id`, `rater_group_id`),
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rater_group_id`) REFERENCES `rater_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_group_weight" CHECK("round_group"."weight" BETWEEN 0 AND 100),
	CONSTRAINT "round_group_method" CHECK("round_group"."weighting_method" IN ('standard', 'points', 'pairwise', 'equal'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `round_group_rater_group` ON `round_group` (`rater_group_id`);--> statement-breakpoint
CREATE TABLE `weight_proposal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`title` text NOT NULL,
	`weights` text NOT NULL,
	`user_id` integer NOT NULL,
	`proposed_at` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "weight_proposal_title" CHECK(trim("weight_proposal"."title") <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `weight_proposal_round` ON `weight_proposal` (`round_id`);--> statement-breakpoint
CREATE INDEX `weight_proposal_user` ON `weight_proposal` (`user_id`);--> statement-breakpoint
CREATE TABLE `ballot` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`points_per_member` integer,
	`budget_cents` integer NOT NULL,
	`leftover_rule` text DEFAULT 'addOne' NOT NULL,
	`is_secret` integer DEFAULT true NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`created_at` text NOT NULL,
	`opened_at` text,
	`closed_at` text,
	`result` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ballot_title" CHECK(trim("ballot"."title") <> ''),
	CONSTRAINT "ballot_kind" CHECK("ballot"."kind" IN ('approval', 'points')),
	CONSTRAINT "ballot_points" CHECK(("ballot"."kind" = 'points') = ("ballot"."points_per_member" IS NOT NULL) AND "ballot"."points_per_member" >= 1),
	CONSTRAINT "ballot_budget" CHECK("ballot"."budget_cents" >= 0),
	CONSTRAINT "ballot_leftover" CHECK("ballot"."leftover_rule" IN ('none', 'addOne', 'addOneGreedy')),
	CONSTRAINT "ballot_state" CHECK("ballot"."state" IN ('draft', 'open', 'closed')),
	CONSTRAINT "ballot_result" CHECK(("ballot"."state" = 'closed') = ("ballot"."result" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `ballot_item` (
	`ballot_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`title` text NOT NULL,
	`cost_cents` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `measure_id`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballot`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ballot_item_cost" CHECK("ballot_item"."cost_cents" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `ballot_item_measure` ON `ballot_item` (`measure_id`);--> statement-breakpoint
CREATE TABLE `ballot_member` (
	`ballot_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`has_voted` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`ballot_id`, `user_id`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballot`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ballot_member_user` ON `ballot_member` (`user_id`);--> statement-breakpoint
CREATE TABLE `ballot_paper` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` integer NOT NULL,
	`user_id` integer,
	`choices` text NOT NULL,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballot`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ballot_paper_ballot` ON `ballot_paper` (`ballot_id`);--> statement-breakpoint
CREATE INDEX `ballot_paper_user` ON `ballot_paper` (`user_id`);--> statement-breakpoint
CREATE TABLE `comparison_criterion` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comparison_id` integer NOT NULL,
	`name` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`weight` integer NOT NULL,
	`reversed` integer DEFAULT false NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`comparison_id`) REFERENCES `option_comparison`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comparison_criterion_name" CHECK(trim("comparison_criterion"."name") <> ''),
	CONSTRAINT "comparison_criterion_weight" CHECK("comparison_criterion"."weight" BETWEEN 0 AND 100)
) STRICT;
--> statement-breakpoint
CREATE INDEX `comparison_criterion_comparison` ON `comparison_criterion` (`comparison_id`);--> statement-breakpoint
CREATE TABLE `comparison_option` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comparison_id` integer NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`one_off_cents` integer,
	`yearly_cents` integer,
	`post_hundredths` integer,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`comparison_id`) REFERENCES `option_comparison`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comparison_option_name" CHECK(trim("comparison_option"."name") <> ''),
	CONSTRAINT "comparison_option_figures" CHECK(coalesce("comparison_option"."one_off_cents", 0) >= 0 AND coalesce("comparison_option"."yearly_cents", 0) >= 0 AND coalesce("comparison_option"."post_hundredths", 0) >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `comparison_option_comparison` ON `comparison_option` (`comparison_id`);--> statement-breakpoint
CREATE TABLE `option_comparison` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`recommendation` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "option_comparison_title" CHECK(trim("option_comparison"."title") <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `option_rating` (
	`option_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`value` integer,
	`note` text DEFAULT '' NOT NULL,
	`rated_at` text NOT NULL,
	PRIMARY KEY(`option_id`, `criterion_id`, `user_id`),
	FOREIGN KEY (`option_id`) REFERENCES `comparison_option`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `comparison_criterion`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "option_rating_value" CHECK("option_rating"."value" BETWEEN 0 AND 4)
) STRICT;
--> statement-breakpoint
CREATE INDEX `option_rating_criterion` ON `option_rating` (`criterion_id`);--> statement-breakpoint
CREATE INDEX `option_rating_user` ON `option_rating` (`user_id`);--> statement-breakpoint
-- Ratings of before belong to a first round, with the criteria and groups as they were.
INSERT INTO `prioritisation_round`(`id`, `title`, `opened_at`)
	SELECT 1, 'Erste Priorisierung', coalesce((SELECT min(`rated_at`) FROM `rating`), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
	WHERE EXISTS (SELECT 1 FROM `municipality`) AND EXISTS (SELECT 1 FROM `criterion` WHERE `archived_at` IS NULL) AND EXISTS (SELECT 1 FROM `rater_group`);--> statement-breakpoint
INSERT INTO `round_criterion`(`round_id`, `criterion_id`, `weight`)
	SELECT r.`id`, c.`id`, c.`weight` FROM `prioritisation_round` AS r CROSS JOIN `criterion` AS c WHERE c.`archived_at` IS NULL;--> statement-breakpoint
INSERT INTO `round_group`(`round_id`, `rater_group_id`, `weight`)
	SELECT r.`id`, g.`id`, g.`weight` FROM `prioritisation_round` AS r CROSS JOIN `rater_group` AS g;--> statement-breakpoint
CREATE TABLE `__new_rating` (
	`round_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`rater_group_id` integer NOT NULL,
	`value` integer,
	`rated_at` text NOT NULL,
	PRIMARY KEY(`round_id`, `measure_id`, `criterion_id`, `user_id`),
	FOREIGN KEY (`round_id`) REFERENCES `prioritisation_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rater_group_id`) REFERENCES `rater_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_value" CHECK("__new_rating"."value" BETWEEN 0 AND 4)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_rating`("round_id", "measure_id", "criterion_id", "user_id", "rater_group_id", "value", "rated_at") SELECT r."id", "measure_id", "criterion_id", "user_id", "rater_group_id", "value", "rated_at" FROM `rating` CROSS JOIN `prioritisation_round` AS r;--> statement-breakpoint
DROP TABLE `rating`;--> statement-breakpoint
ALTER TABLE `__new_rating` RENAME TO `rating`;--> statement-breakpoint
CREATE INDEX `rating_measure` ON `rating` (`measure_id`);--> statement-breakpoint
CREATE INDEX `rating_criterion` ON `rating` (`criterion_id`);--> statement-breakpoint
CREATE INDEX `rating_user` ON `rating` (`user_id`);--> statement-breakpoint
CREATE INDEX `rating_rater_group` ON `rating` (`rater_group_id`);--> statement-breakpoint
ALTER TABLE `criterion` ADD `derived_from` text CHECK (`derived_from` IN ('hoursRelieved', 'annualSavings', 'oneOffCost'));--> statement-breakpoint
ALTER TABLE `criterion` ADD `derived_bounds` text CHECK ((`derived_bounds` IS NULL) = (`derived_from` IS NULL));--> statement-breakpoint
ALTER TABLE `rater_group` ADD `is_survey` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- A closed round is never changed but by its adoption, and never deleted.
CREATE UNIQUE INDEX `one_open_round` ON `prioritisation_round` (`state`) WHERE `state` = 'open';
--> statement-breakpoint
CREATE TRIGGER prioritisation_round_no_change BEFORE UPDATE ON prioritisation_round WHEN OLD.state <> 'open' AND (NEW.content IS NOT OLD.content OR NEW.content_hash IS NOT OLD.content_hash OR NEW.title <> OLD.title OR NEW.question <> OLD.question OR NEW.closed_at IS NOT OLD.closed_at OR NEW.disclosure <> OLD.disclosure OR NEW.state = 'open' OR (OLD.state = 'adopted' AND NEW.state <> 'adopted')) BEGIN SELECT RAISE(ABORT, 'a closed round is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER prioritisation_round_no_delete BEFORE DELETE ON prioritisation_round WHEN OLD.state <> 'open' BEGIN SELECT RAISE(ABORT, 'a closed round is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER prioritisation_round_no_replace BEFORE INSERT ON prioritisation_round WHEN EXISTS (SELECT 1 FROM prioritisation_round WHERE id = NEW.id AND state <> 'open') BEGIN SELECT RAISE(ABORT, 'a closed round is immutable'); END;

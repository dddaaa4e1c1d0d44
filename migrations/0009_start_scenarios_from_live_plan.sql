ALTER TABLE `plan_run` ADD `warm_from` integer REFERENCES plan_run(id);--> statement-breakpoint
CREATE INDEX `plan_run_warm_from` ON `plan_run` (`warm_from`);
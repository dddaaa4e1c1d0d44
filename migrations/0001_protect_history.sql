-- The audit log is append-only; a frozen version is never changed, replaced or deleted.
-- REPLACE deletes without firing delete triggers unless recursive_triggers is on, hence the guards before insert.
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_event_no_replace BEFORE INSERT ON audit_event WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_no_update BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'a frozen version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_no_delete BEFORE DELETE ON snapshot BEGIN SELECT RAISE(ABORT, 'a frozen version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_no_replace BEFORE INSERT ON snapshot WHEN EXISTS (SELECT 1 FROM snapshot WHERE id = NEW.id OR number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a frozen version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;

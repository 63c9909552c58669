-- Nobody but the owner can change or delete an event: the application cannot rewrite its own history.
-- The roles are made by whoever runs the server; a role that is not named gets nothing.
DO $$
DECLARE
    command_role TEXT := '${commandRole}';
    query_role   TEXT := '${queryRole}';
BEGIN
    IF command_role <> '' THEN
        EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', command_role);
        EXECUTE format('GRANT SELECT, INSERT ON event, receipt TO %I', command_role);
        EXECUTE format('GRANT SELECT, UPDATE ON log_head TO %I', command_role);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON people TO %I', command_role);
    END IF;
    IF query_role <> '' THEN
        EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', query_role);
        EXECUTE format('GRANT SELECT ON event, receipt, log_head, people TO %I', query_role);
    END IF;
END $$;

package org.waymark.events.store;

import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence why the database can't be used, in place of a stack trace. */
class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {

    private final Environment settings;

    DatabaseFailure(Environment settings) {
        this.settings = settings;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable whole, SQLException cause) {
        String folder = settings.getProperty("waymark.data", ".waymark/data");
        return switch (cause.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new FailureAnalysis(
                        "The database in %s is in use by another process.".formatted(folder),
                        "Stop that process, or name another folder with --data.",
                        cause);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                new FailureAnalysis(
                        "A database file in %s is damaged or was not written by Waymark.".formatted(folder),
                        "Restore the folder from a backup, or name another one with --data.",
                        cause);
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CREATION_FAILED_1 ->
                new FailureAnalysis(
                        "The database files in %s can't be read or written.".formatted(folder),
                        "Check the rights on the folder and the space on its disk.",
                        cause);
            default -> analyzePostgres(cause);
        };
    }

    /** PostgreSQL has no error codes but SQL states. */
    private @Nullable FailureAnalysis analyzePostgres(SQLException cause) {
        String url = settings.getProperty("waymark.log.url", "");
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "08001", "08004", "08006" ->
                new FailureAnalysis(
                        "No PostgreSQL answers at %s.".formatted(url),
                        "Start it, or name another one with --db.",
                        cause);
            case "28000", "28P01" ->
                new FailureAnalysis(
                        "The PostgreSQL at %s does not let %s in."
                                .formatted(url, settings.getProperty("waymark.log.username", "anybody")),
                        "Name another user with --db, and put the password into PGPASSWORD.",
                        cause);
            case "3D000" ->
                new FailureAnalysis(
                        "There is no such database: %s.".formatted(url),
                        "Create it, or name another one with --db.",
                        cause);
            default -> null;
        };
    }
}

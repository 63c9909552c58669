package org.waymark.standalone;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence why the database files can't be used, in place of a stack trace. */
class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {

    private final Environment settings;

    DatabaseFailure(Environment settings) {
        this.settings = settings;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable whole, SQLException cause) {
        String folder = settings.getProperty("waymark.data", ".waymark/data");
        return switch (cause.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new FailureAnalysis(
                    "The database in %s is in use by another process.".formatted(folder),
                    "Stop that process, or name another folder with --data.",
                    cause);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 -> new FailureAnalysis(
                    "A database file in %s is damaged or was not written by Waymark.".formatted(folder),
                    "Restore the folder from a backup, or name another one with --data.",
                    cause);
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CREATION_FAILED_1 ->
                new FailureAnalysis(
                        "The database files in %s can't be read or written.".formatted(folder),
                        "Check the rights on the folder and the space on its disk.",
                        cause);
            default -> null;
        };
    }
}

package dev.relink.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in plain words on the terminal why Relink did not start. */
final class StartFailure extends AbstractFailureAnalyzer<StartRefused> implements FailureAnalysisReporter {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }

    @Override
    @SuppressWarnings("SystemOut") // the log may not be set up yet
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        System.err.println("Relink did not start. " + analysis.getDescription().strip() + action);
    }
}

package org.complaintdesk.platform;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence per missing setting which environment variable to set and to what. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettings> {

    private final Environment environment;

    MissingSettingsAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSettings cause) {
        Locale locale = Locale.forLanguageTag(environment.getProperty("complaintdesk.language", "zh").toLowerCase(Locale.ROOT));
        ResourceBundle texts = ResourceBundle.getBundle("messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new FailureAnalysis(cause.names().stream().map(name -> texts.getString("setting.missing." + name))
                .collect(Collectors.joining(System.lineSeparator())), null, cause);
    }
}

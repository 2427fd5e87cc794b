package org.complaintdesk.platform;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the whole installation.
 *
 * @param publicUrl how customers and staff reach this installation, without a trailing slash
 * @param language  the one language the installation speaks
 * @param zone      the time zone in which dates are shown and case numbers are counted
 */
@Validated
@ConfigurationProperties("complaintdesk")
public record DeskProperties(@NotNull URI publicUrl, @DefaultValue("zh") Language language,
                             @DefaultValue("Asia/Shanghai") ZoneId zone) {

    /** The languages everything is available in. */
    public enum Language {
        ZH(Locale.SIMPLIFIED_CHINESE), EN(Locale.ENGLISH);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        public Locale locale() {
            return locale;
        }
    }
}

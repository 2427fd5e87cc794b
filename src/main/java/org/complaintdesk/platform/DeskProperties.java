package org.complaintdesk.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the whole installation.
 *
 * @param publicUrl how customers and staff reach this installation, without a trailing slash
 * @param language  the one language the installation speaks
 * @param zone      the time zone in which dates are shown and case numbers are counted
 * @param shops     the shops that complaints are about; empty when customers write the shop's name themselves
 */
@Validated
@ConfigurationProperties("complaintdesk")
public record DeskProperties(@NotNull URI publicUrl, @DefaultValue("zh") Language language,
                             @DefaultValue("Asia/Shanghai") ZoneId zone, List<@Valid Shop> shops) {

    public DeskProperties {
        shops = shops == null ? List.of() : List.copyOf(shops);
    }

    /**
     * A shop as its customers know it.
     *
     * @param channel the marketplace it is on, as the desk's channels are called ({@code TMALL}); null when it has none
     * @param mail    where it reads its mail, null when that is not the desk's business
     * @param zone    the time zone its hours are in; null for the installation's own
     * @param calendars which calendar counts for it in place of one the rules name, by that name
     */
    public record Shop(@NotBlank String name, String channel, String mail, ZoneId zone, Map<String, String> calendars) {

        @ConstructorBinding
        public Shop {
            calendars = calendars == null ? Map.of() : Map.copyOf(calendars);
        }

        public Shop(String name, String channel, String mail) {
            this(name, channel, mail, null, null);
        }
    }

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

package org.complaintdesk.update;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.QuietHours;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail goes out.
 *
 * @param from        the sender's address; service@ the host of the public URL when not set
 * @param replyTo     where answers go when not to the sender
 * @param plusAddressing whether the mailbox takes mail for {@code name+anything@} too: then replies and returned mail come
 *                       to an address that names their case beyond doubt. The mail server must let us send in its name.
 * @param perAddressAndHour            how many messages a customer's address gets at most within an hour
 * @param perUnconfirmedAddressAndHour the same for an address that may be someone else's
 * @param quietHours     when surveys and reminders wait, in the installation's time zone; {@code off} for never
 * @param mailRetries how long to wait before each further attempt; after the last one Cockpit shows an incident
 */
@Validated
@ConfigurationProperties("complaintdesk.update")
public record UpdateProperties(String from, String replyTo, @DefaultValue("false") boolean plusAddressing,
                               @Min(1) @DefaultValue("5") int perAddressAndHour,
                               @Min(1) @DefaultValue("3") int perUnconfirmedAddressAndHour,
                               @DefaultValue("22:00-08:00") QuietHours quietHours,
                               @NotEmpty @DefaultValue({"PT1M", "PT5M", "PT15M", "PT1H", "PT4H"})
                               List<Duration> mailRetries) {

    /** The waiting times as the engine reads them. */
    public String retryCycle() {
        return mailRetries.stream().map(Duration::toString).collect(Collectors.joining(","));
    }

    @AssertTrue(message = "complaintdesk.update.from must be one e-mail address")
    boolean isFromAnAddress() {
        return from == null || Customers.isEmailAddress(from);
    }

    @AssertTrue(message = "complaintdesk.update.reply-to must be one e-mail address")
    boolean isReplyToAnAddress() {
        return replyTo == null || Customers.isEmailAddress(replyTo);
    }

    @AssertTrue(message = "complaintdesk.update.mail-retries must be waiting times above zero, such as PT5M")
    boolean isEveryRetryLater() {
        return mailRetries == null || mailRetries.stream().allMatch(wait -> wait.compareTo(Duration.ZERO) > 0);
    }
}

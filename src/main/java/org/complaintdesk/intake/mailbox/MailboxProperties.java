package org.complaintdesk.intake.mailbox;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox that customers write to.
 *
 * @param host          of the IMAP server; without one no mail is read
 * @param port          0 for the usual one: 993, or 143 without TLS from the beginning
 * @param folder        where new mail arrives
 * @param archiveFolder where a mail goes once it is taken in; empty to delete it
 * @param enabled       false to stop reading without forgetting the settings
 * @param lookEvery     at least so often the mailbox is looked at, also when the server tells about new mail by itself
 * @param largestMail   of larger ones only the beginning is kept; they stay in the mailbox
 * @param keepRaw       how long raw mails and the text of those without a case are kept
 * @param compareEvery  how often mailbox, records and cases are compared
 * @param addresses     further addresses of our own, besides user name, sender and reply address
 * @param server        the name our mail server signs Authentication-Results with; not set: the topmost counts
 * @param retries       how long to wait before each further attempt to take a mail further
 */
@Validated
@ConfigurationProperties("complaintdesk.mailbox")
record MailboxProperties(String host, @Min(0) @Max(65_535) int port, String username, String password,
                         @NotBlank @DefaultValue("INBOX") String folder, @NotNull @DefaultValue("IMPLICIT") Tls tls,
                         @NotNull @DefaultValue("Processed") String archiveFolder, @DefaultValue("true") boolean enabled,
                         @NotNull @DefaultValue("PT30S") Duration lookEvery,
                         @NotNull @DefaultValue("25MB") DataSize largestMail,
                         @NotNull @DefaultValue("P180D") Duration keepRaw,
                         @NotNull @DefaultValue("PT1H") Duration compareEvery,
                         List<String> addresses, String server,
                         @NotEmpty @DefaultValue({"PT10S", "PT1M", "PT10M", "PT1H"}) List<Duration> retries) {

    /** How the connection is protected. NONE is for servers on this machine. */
    enum Tls {
        IMPLICIT, STARTTLS, NONE
    }

    MailboxProperties {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
    }

    boolean isOn() {
        return enabled && isConfigured();
    }

    boolean isConfigured() {
        return host != null && !host.isBlank();
    }

    /** @return the mailbox's name in our records: the same for every node */
    String name() {
        return username + "@" + host + "/" + folder;
    }

    int usualPort() {
        return port != 0 ? port : tls == Tls.IMPLICIT ? 993 : 143;
    }

    /** @return waiting times as the engine reads them */
    String retryCycle() {
        return retries.stream().map(Duration::toString).collect(Collectors.joining(","));
    }

    @AssertTrue(message = "complaintdesk.mailbox.username and .password must be set with complaintdesk.mailbox.host")
    boolean isComplete() {
        return host == null || host.isBlank() || username != null && !username.isBlank() && password != null;
    }

    @AssertTrue(message = "complaintdesk.mailbox.look-every, .keep-raw, .compare-every and .retries must be times above zero, such as PT30S")
    boolean isEveryWaitLong() {
        return Stream.concat(Stream.of(lookEvery, keepRaw, compareEvery), retries == null ? Stream.of() : retries.stream())
                .allMatch(wait -> wait == null || wait.compareTo(Duration.ZERO) > 0);
    }
}

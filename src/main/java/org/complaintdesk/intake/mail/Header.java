package org.complaintdesk.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The header of a mail, read forgivingly. */
final class Header {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\]\",;:@]{1,64}@[^\\s<>()\\[\\]\",;:@]{1,255}");
    /** Chinese is written without blanks, so only what is surely no Chinese belongs to an address in a text. */
    private static final Pattern ADDRESS_IN_TEXT = Pattern.compile("[A-Za-z0-9._%+'=~-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,254}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]{1,200}@[^<>\\s@]{1,200}>");
    private static final int MOST = 200;

    private final Part part;

    Header(Part part) {
        this.part = part;
    }

    /** @return every field of this name, unfolded, each character one byte */
    List<String> all(String name) {
        try {
            String[] values = part.getHeader(name);
            return values == null ? List.of() : Stream.of(values).map(value -> value.replaceAll("\\r?\\n[ \\t]*", " ").strip())
                    .limit(MOST).toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    String lower(String name) {
        return first(name).orElse("").toLowerCase(Locale.ROOT);
    }

    String text(String name) {
        return first(name).map(HeaderText::decode).orElse("");
    }

    Sender sender() {
        return Stream.of("From", "Sender", "Reply-To", "Return-Path").flatMap(field -> all(field).stream())
                .map(Header::sender).filter(sender -> sender.address() != null).findFirst().orElse(new Sender(null, null));
    }

    private static Sender sender(String field) {
        try {
            for (InternetAddress each : InternetAddress.parseHeader(field, false)) {
                if (each.getAddress() != null && ADDRESS.matcher(each.getAddress()).matches()) {
                    // The encoded name, not the one the library decodes: it knows fewer charsets.
                    return new Sender(lower(each), name(field, each.getAddress()));
                }
            }
        } catch (AddressException e) {
            return bySight(field);
        }
        return bySight(field);
    }

    private static Sender bySight(String field) {
        String decoded = HeaderText.decode(field);
        Matcher address = ADDRESS.matcher(decoded);
        return address.find() ? new Sender(address.group().toLowerCase(Locale.ROOT), name(decoded, address.group())) : new Sender(null, null);
    }

    private static String name(String field, String address) {
        int at = field.contains("<" + address) ? field.indexOf("<" + address) : field.indexOf(address);
        String name = at > 0 ? field.substring(0, at) : field.replaceFirst("^[^(]*(?:\\((.*)\\))?[^)]*$", "$1");
        String decoded = HeaderText.decode(name.strip().replaceAll("^\"|\"$", "")).replaceAll("\\\\(.)", "$1")
                .replaceAll("\\p{Cntrl}", " ").strip();
        return decoded.isEmpty() || decoded.equalsIgnoreCase(address) ? null : decoded;
    }

    private static String lower(InternetAddress address) {
        return address.getAddress().toLowerCase(Locale.ROOT);
    }

    List<String> recipients() {
        Set<String> found = new LinkedHashSet<>();
        for (String field : List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc", "Bcc", "X-Delivered-To",
                "X-Forwarded-To")) {
            all(field).forEach(value -> found.addAll(matches(ADDRESS, HeaderText.decode(value))));
        }
        return found.stream().limit(MOST).toList();
    }

    /** @return the e-mail addresses in a text, in lower case */
    static List<String> addresses(String text) {
        return matches(ADDRESS_IN_TEXT, text);
    }

    private static List<String> matches(Pattern address, String text) {
        return address.matcher(text).results().map(MatchResult::group)
                .map(found -> found.replaceAll("[.'，。]+$", "").toLowerCase(Locale.ROOT)).distinct().limit(MOST).toList();
    }

    /** @return the Message-IDs in a text */
    static List<String> messageIds(String text) {
        return MESSAGE_ID.matcher(text).results().map(MatchResult::group).distinct().limit(MOST).toList();
    }

    List<String> messageIdsIn(String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            all(name).forEach(value -> found.addAll(messageIds(value)));
        }
        return found.stream().distinct().toList();
    }

    Instant sentAt() {
        return first("Date").map(value -> new MailDateFormat().parse(value, new ParsePosition(0))).map(Date::toInstant).orElse(null);
    }
}

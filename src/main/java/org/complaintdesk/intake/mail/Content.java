package org.complaintdesk.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of a mail: what it is, what it is called and what it holds, however badly it is declared or encoded. */
final class Content {

    private static final Pattern TYPE = Pattern.compile("^\\s*([\\w.+-]+/[\\w.+-]+)");

    private final MimePart part;
    private final Header header;

    Content(MimePart part) {
        this.part = part;
        this.header = new Header(part);
    }

    /** @return {@code text/html}, in lower case; {@code text/plain} when the part does not say */
    String type() {
        Matcher type = TYPE.matcher(header.lower("Content-Type"));
        return type.find() ? type.group(1) : "text/plain";
    }

    boolean is(String type) {
        return type.endsWith("/*") ? type().startsWith(type.substring(0, type.length() - 1)) : type().equals(type);
    }

    /** @return the parameter of the content type, null when there is none */
    String parameter(String name) {
        return of(header.first("Content-Type").orElse(""), name).orElse(null);
    }

    boolean isAttached() {
        return header.lower("Content-Disposition").startsWith("attachment");
    }

    /** @return whether the text refers to it as to a picture within */
    boolean isInline() {
        return !isAttached() && header.first("Content-ID").isPresent();
    }

    /** @return what the mail calls it, null when it has no name */
    String name() {
        String name = named("Content-Disposition", "filename").or(() -> named("Content-Type", "name")).orElse(null);
        return name == null || name.isBlank() ? null : name.strip();
    }

    private Optional<String> named(String field, String parameter) {
        return header.first(field).flatMap(value -> of(value, parameter)).map(HeaderText::decode);
    }

    private static Optional<String> of(String field, String name) {
        try {
            // Disposition and type have parameters of the same shape; the library also joins those that are split (RFC 2231).
            String type = field.replaceFirst("^\\s*[\\w.+-]+(/[\\w.+-]+)?", "a/b");
            String value = new ContentType(type).getParameter(name);
            if (value != null) {
                return Optional.of(value);
            }
        } catch (ParseException e) {
            return bySight(field, name);
        }
        return bySight(field, name);
    }

    private static Optional<String> bySight(String field, String name) {
        Matcher found = Pattern.compile("(?i)[;\\s]" + name + "\\s*=\\s*(?:\"([^\"]*)\"?|([^;]*))").matcher(field);
        return found.find() ? Optional.of(found.group(1) != null ? found.group(1) : found.group(2).strip()) : Optional.empty();
    }

    /** @return the part's text, at most so many bytes of it */
    String text(int limit) {
        try (InputStream in = open()) {
            return Charsets.decode(in.readNBytes(limit), parameter("charset"));
        } catch (IOException | MessagingException e) {
            return "";
        }
    }

    /** @return the part decoded; of what is broken, as much as can be read */
    InputStream open() throws IOException, MessagingException {
        String encoding = header.lower("Content-Transfer-Encoding").replaceAll("[\"';\\s].*", "");
        if (encoding.startsWith("base64") || encoding.equals("b")) {
            return new Forgiving(Base64.getMimeDecoder().wrap(raw()));
        }
        if (encoding.contains("quoted") || encoding.contains("uu")) {
            return new Forgiving(MimeUtility.decode(raw(), encoding.contains("uu") ? "uuencode" : "quoted-printable"));
        }
        return raw();
    }

    private InputStream raw() throws MessagingException {
        try {
            return part instanceof MimeMessage message ? message.getRawInputStream() : ((MimeBodyPart) part).getRawInputStream();
        } catch (MessagingException e) {
            if (part.getSize() <= 0) {
                return new ByteArrayInputStream(new byte[0]);
            }
            throw e;
        }
    }

    /** @return the number of decoded bytes */
    long size() {
        try (InputStream in = open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | MessagingException e) {
            return 0;
        }
    }

    byte[] bytes(int limit) throws IOException, MessagingException {
        try (InputStream in = open()) {
            return in.readNBytes(limit);
        }
    }

    /** Ends where what it reads turns out broken. */
    private static final class Forgiving extends InputStream {

        private final InputStream in;
        private boolean ended;

        private Forgiving(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (ended) {
                return -1;
            }
            try {
                int read = in.read(bytes, from, length);
                ended = read < 0;
                return read;
            } catch (IOException e) {
                ended = true;
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

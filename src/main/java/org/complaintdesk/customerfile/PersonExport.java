package org.complaintdesk.customerfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.FileAction;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Everything the desk knows of a person, for that person: one archive to be read by people and by programs. */
@Service
class PersonExport {

    private final PersonRecords data;
    private final CustomerFiles files;
    private final ITemplateEngine templates;
    private final ObjectMapper json;
    private final Wording wording;

    PersonExport(PersonRecords data, CustomerFiles files, ITemplateEngine templates, ObjectMapper json, Wording wording) {
        this.data = data;
        this.files = files;
        this.templates = templates;
        this.json = json;
        this.wording = wording;
    }

    /**
     * @param who the user id of whoever hands it out; it is noted
     * @return a ZIP archive with {@code data.json} and {@code data.html}
     */
    @Transactional
    byte[] of(Customer customer, String who) {
        PersonRecords.Everything everything = data.of(customer);
        files.note(customer.id(), FileAction.What.EXPORTED, Map.of(), who);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
            add(zip, "data.json", write(everything));
            add(zip, "data.html", templates.process("customers/export",
                    new Context(wording.locale(), Map.of("data", everything, "wording", wording))).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    private byte[] write(PersonRecords.Everything everything) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(everything);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}

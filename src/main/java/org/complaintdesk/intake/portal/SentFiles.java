package org.complaintdesk.intake.portal;

import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.platform.CustomerForms;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files that came with a form.
 *
 * @param fate whether they could be read at all
 */
record SentFiles(List<MultipartFile> files, CustomerForms.Files fate) {

    /** A field in which no file was chosen is sent as a file without name and content. */
    SentFiles {
        files = files == null ? List.of() : files.stream()
                .filter(file -> file.getSize() > 0 || file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank()).toList();
    }

    boolean isEmpty() {
        return files.isEmpty() && fate == CustomerForms.Files.TAKEN;
    }

    /** By what the same files are known when they are sent again. */
    String named() {
        return files.stream().map(file -> file.getOriginalFilename() + "\u0000" + file.getSize()).collect(Collectors.joining("\n"));
    }
}

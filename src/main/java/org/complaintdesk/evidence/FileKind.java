package org.complaintdesk.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that are taken, each with the media types its content may show and the endings its name may have. */
enum FileKind {

    JPEG(List.of("image/jpeg"), "jpg", "jpeg", "jfif"),
    PNG(List.of("image/png"), "png"),
    WEBP(List.of("image/webp"), "webp"),
    GIF(List.of("image/gif"), "gif"),
    HEIC(List.of("image/heic", "image/heif"), "heic", "heif"),
    PDF(List.of("application/pdf"), "pdf"),
    MP4(List.of("video/mp4", "application/mp4", "video/x-m4v"), "mp4", "m4v"),
    MOV(List.of("video/quicktime"), "mov", "qt"),
    DOCX(List.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), "docx"),
    XLSX(List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xlsx"),
    TEXT(List.of("text/plain"), "txt", "log", "csv");

    private final List<String> types;
    private final List<String> endings;

    FileKind(List<String> types, String... endings) {
        this.types = types;
        this.endings = List.of(endings);
    }

    /** @return the kind that shows this type; empty when there is none */
    static Optional<FileKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.types.contains(type)).findFirst();
    }

    /** @return the one media type by which files of this kind are given out */
    String type() {
        return types.get(0);
    }

    /** @return without dot; the first is the usual one */
    List<String> endings() {
        return endings;
    }

    /** @return whether a thumbnail can be made of it */
    boolean isDrawn() {
        return this == JPEG || this == PNG || this == WEBP || this == GIF;
    }
}

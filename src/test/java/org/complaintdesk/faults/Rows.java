package org.complaintdesk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of bad reviews, as a marketplace exports them. */
final class Rows {

    private static final String HEADERS = "评价编号,平台,店铺,星级,评价内容,评价时间,客户称呼\n";

    private Rows() {
    }

    static Path write(Path file, int rows) throws IOException {
        return Files.writeString(file, HEADERS + IntStream.range(0, rows).mapToObj(i -> "%s-%d,天猫,示例旗舰店,1,瓶子碎了，酒都漏光了，太失望了,2026-11-20 10:00:00,买家%d\n"
                .formatted(file.getFileName(), i, i)).collect(Collectors.joining()));
    }
}

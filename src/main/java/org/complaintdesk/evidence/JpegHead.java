package org.complaintdesk.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * What stands before the picture in a JPEG. Java's own reader of it gives up where segments stand in an unusual order,
 * which some phones' photos have.
 *
 * @param held    how the phone was held; null when the file does not say
 * @param inOneGo whether the picture comes line by line; one that comes in several goes is held as a whole to be decoded
 */
record JpegHead(Orientation held, boolean inOneGo) {

    private static final int EXIF = 0xE1;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PICTURE_FOLLOWS = 0xDA;
    private static final int END = 0xD9;

    static JpegHead of(Spool jpeg) throws IOException {
        Orientation held = null;
        boolean inOneGo = false;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(jpeg.open()))) {
            in.readUnsignedShort();
            for (int marker = marker(in); marker != PICTURE_FOLLOWS && marker != END; marker = marker(in)) {
                byte[] segment = isBare(marker) ? new byte[0] : in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                inOneGo |= marker == BASELINE || marker == EXTENDED;
                if (marker == EXIF && held == null) {
                    held = held(segment);
                }
            }
            return new JpegHead(held, inOneGo);
        } catch (IOException e) {
            return new JpegHead(held, false);
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        int read = in.readUnsignedByte();
        while (read != 0xFF) {
            read = in.readUnsignedByte();
        }
        while (read == 0xFF) {
            read = in.readUnsignedByte();
        }
        return read;
    }

    /** Without a length and content. */
    private static boolean isBare(int marker) {
        return marker <= 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private static Orientation held(byte[] segment) {
        try {
            return segment.length > 6 && segment[0] == 'E' && segment[1] == 'x' ? ExifUtils.getOrientationFromExif(segment) : null;
        } catch (RuntimeException e) {
            // Damaged, or made to be: the picture is drawn as it lies.
            return null;
        }
    }
}

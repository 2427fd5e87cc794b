package org.complaintdesk.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The content of files, written and read piece by piece: neither we nor the database hold all of one in memory. */
@Component
class Contents {

    static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;

    Contents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID file, InputStream content) throws IOException {
        int position = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            jdbc.sql("insert into evidence_piece (file_id, position, bytes) values (?, ?, ?)").params(file, position++, piece).update();
        }
    }

    /** Each piece is fetched when it is read, so a slow reader keeps no connection. */
    InputStream read(UUID file, long size) {
        return new SequenceInputStream(new Enumeration<>() {

            private int position;

            @Override
            public boolean hasMoreElements() {
                return (long) position * PIECE < size;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                return new ByteArrayInputStream(piece(file, position++));
            }
        });
    }

    private byte[] piece(UUID file, int position) {
        return jdbc.sql("select bytes from evidence_piece where file_id = ? and position = ?").params(file, position)
                .query(byte[].class).single();
    }

    void delete(UUID file) {
        jdbc.sql("delete from evidence_piece where file_id = ?").param(file).update();
    }
}

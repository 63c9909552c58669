package org.waymark.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Speaks HTTP/1.1 over a connection that is kept as long as the server keeps it: as little work as can be, since it shares the
 * cores with the server.
 */
final class Wire implements AutoCloseable {

    /** The headers are in lower case. */
    record Answer(int status, String headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("Answered %d, not %d: %s".formatted(status, wanted, text()));
            }
            return this;
        }
    }

    private final URI url;
    private Socket socket;
    private InputStream in;

    Wire(URI url) throws IOException {
        this.url = url;
        this.socket = connected();
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private Socket connected() throws IOException {
        Socket connected = new Socket(url.getHost(), url.getPort());
        connected.setTcpNoDelay(true);
        return connected;
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Sends a request; each header is a whole line. */
    Answer send(String method, String path, String body, String... headers) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(512)
                .append(method + " " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nContent-Length: "
                        + content.length + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        byte[] head = request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        socket.getOutputStream().write(whole);
        Answer answer = answer();
        if (answer.headers().contains("connection: close")) {
            socket.close();
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        return answer;
    }

    private Answer answer() throws IOException {
        String status = line();
        StringBuilder headers = new StringBuilder();
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            headers.append(header).append('\n');
            length = header.startsWith("content-length:")
                    ? Integer.parseInt(header.substring(15).strip())
                    : length;
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
        }
        return new Answer(
                Integer.parseInt(status.substring(9, 12)), headers.toString(), chunked ? chunks() : bytes(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

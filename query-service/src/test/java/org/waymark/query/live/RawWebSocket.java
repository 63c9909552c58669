package org.waymark.query.live;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Just enough of RFC 6455 to be a bad reader. */
final class RawWebSocket {

    private RawWebSocket() {}

    static void open(Socket socket, int port) throws IOException {
        String answer = handshake(socket, port, "http://127.0.0.1:" + port);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(answer);
        }
    }

    /** Returns the head of the answer. */
    static String handshake(Socket socket, int port, String origin) throws IOException {
        String request = """
                GET /live HTTP/1.1
                Host: 127.0.0.1:%d
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Protocol: v12.stomp
                Origin: %s

                """.formatted(port, origin).replace("\n", "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Sends a short text message, masked with zeros. */
    static void send(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] {(byte) 0x81, (byte) (0x80 | bytes.length), 0, 0, 0, 0});
        out.write(bytes);
        out.flush();
    }

    /** Sends a text message of 126 to 65,535 bytes, masked with zeros. */
    static void sendLong(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] {
            (byte) 0x81, (byte) (0x80 | 126), (byte) (bytes.length >> 8), (byte) bytes.length, 0, 0, 0, 0
        });
        out.write(bytes);
        out.flush();
    }

    /** Reads messages until the close message and returns its code. */
    static int readCloseCode(InputStream stream) throws IOException {
        byte[] closing = readClose(stream);
        return (closing[0] & 0xFF) << 8 | closing[1] & 0xFF;
    }

    /** Reads messages until the close message and returns its reason. */
    static String readCloseReason(InputStream stream) throws IOException {
        byte[] closing = readClose(stream);
        return new String(closing, 2, closing.length - 2, StandardCharsets.UTF_8);
    }

    private static byte[] readClose(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            long length = in.readUnsignedByte() & 0x7F;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] payload = in.readNBytes((int) length);
            if (opcode == 8) {
                return payload;
            }
        }
    }
}

// Writes nuget/icon.png, the icon of all packages: two registers above a stack, and the wrapper between them. Run from the repository's root: dotnet run eng/Icon/Icon.cs
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Text;

const int Size = 128;
var file = Path.Combine("nuget", "icon.png");
if (!Directory.Exists("nuget"))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no directory nuget here.");
    return 1;
}

var pixels = new byte[Size * Size * 4];
Fill(0, 0, Size, Size, 0x00_5F_73, radius: 20);
Fill(18, 22, 40, 24, 0xE9_D8_A6, radius: 5);
Fill(70, 22, 40, 24, 0xE9_D8_A6, radius: 5);
Fill(59, 46, 10, 18, 0xEE_9B_00, radius: 0);
Fill(18, 56, 92, 10, 0xEE_9B_00, radius: 3);
for (var slot = 0; slot < 3; slot++)
{
    Fill(30, 74 + (slot * 14), 68, 11, 0x94_D2_BD, radius: 2);
}

// Each row of the image is led by the number of its filter: 0, none.
var rows = new byte[Size * ((Size * 4) + 1)];
for (var y = 0; y < Size; y++)
{
    pixels.AsSpan(y * Size * 4, Size * 4).CopyTo(rows.AsSpan((y * ((Size * 4) + 1)) + 1));
}

using var data = new MemoryStream();
using (var deflate = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
{
    deflate.Write(rows);
}

var header = new byte[13];
BinaryPrimitives.WriteInt32BigEndian(header, Size);
BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
header[8] = 8;
header[9] = 6; // red, green, blue, alpha

using var png = new MemoryStream();
png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
WriteChunk(png, "IHDR", header);
WriteChunk(png, "IDAT", data.ToArray());
WriteChunk(png, "IEND", []);
File.WriteAllBytes(file, png.ToArray());
return 0;

void Fill(int left, int top, int width, int height, int color, int radius)
{
    for (var y = 0; y < height; y++)
    {
        for (var x = 0; x < width; x++)
        {
            var dx = Math.Max(0, Math.Max(radius - x, x - (width - 1 - radius)));
            var dy = Math.Max(0, Math.Max(radius - y, y - (height - 1 - radius)));
            if ((dx * dx) + (dy * dy) <= radius * radius)
            {
                var pixel = pixels.AsSpan((((top + y) * Size) + left + x) * 4, 4);
                BinaryPrimitives.WriteInt32BigEndian(pixel, (color << 8) | 0xFF);
            }
        }
    }
}

static void WriteChunk(Stream png, string name, byte[] content)
{
    byte[] chunk = [.. Encoding.ASCII.GetBytes(name), .. content];
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
    png.Write(number);
    png.Write(chunk);
    BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
    png.Write(number);
}

// The checksum of PNG, bit by bit: it is for a few hundred bytes.
static uint Crc(ReadOnlySpan<byte> bytes)
{
    var crc = uint.MaxValue;
    foreach (var b in bytes)
    {
        crc ^= b;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
    }

    return ~crc;
}
